import { expect, test } from 'vitest';
import { findApi, type ScormApi } from '../../src/islands/scorm-api.ts';

const answer = () => 'true';
const api: ScormApi = {
  LMSInitialize: answer,
  LMSGetValue: answer,
  LMSSetValue: answer,
  LMSCommit: answer,
  LMSFinish: answer,
};

interface Facts {
  readonly API?: ScormApi;
  readonly opener?: Window;
  /** The window around it; itself where there is none. */
  readonly parent?: Window;
}

function aWindow({ API, opener, parent }: Facts = {}): Window {
  const window: Record<string, unknown> = { API, opener: opener ?? null };
  window['parent'] = parent ?? window;
  window['top'] = parent?.top ?? window;
  return window as unknown as Window;
}

function within(outermost: Window, frames: number): Window {
  return frames === 0 ? outermost : within(aWindow({ parent: outermost }), frames - 1);
}

/** A window of another site: the browser lets nobody look into it. */
function aForeignWindow(): Window {
  return new Proxy({} as Window, {
    get: () => {
      throw new Error('SecurityError');
    },
  });
}

test('the platform is found in the window around the module, however many frames lie between', () => {
  expect(findApi(within(aWindow({ API: api }), 1))).toBe(api);
  expect(findApi(within(aWindow({ API: api }), 9))).toBe(api);
});

test('the platform is found in the window that opened the module, or the page around it', () => {
  const platform = within(aWindow({ API: api }), 2);
  expect(findApi(aWindow({ opener: platform }))).toBe(api);
  expect(findApi(within(aWindow({ opener: platform }), 1))).toBe(api);
});

test('a module that no platform shows finds none', () => {
  expect(findApi(aWindow())).toBeUndefined();
  expect(findApi(within(aWindow(), 3))).toBeUndefined();
});

test('the search ends after ten windows, as the standard says', () => {
  expect(findApi(within(aWindow({ API: api }), 40))).toBeUndefined();
});

test('a page of another site around the module is no platform, and no error', () => {
  const foreign = aForeignWindow();
  expect(findApi({ ...aWindow(), parent: foreign, top: foreign } as Window)).toBeUndefined();
  expect(findApi(aWindow({ opener: foreign }))).toBeUndefined();
});
