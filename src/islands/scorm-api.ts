/** The part of SCORM 1.2’s run-time that a module speaks: a learning platform offers it in a window above this one. */
export interface ScormApi {
  LMSInitialize(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSFinish(nothing: ''): string;
}

/** Platforms put frames into frames; the standard says to stop somewhere. */
const mostWindows = 10;

/** The run-time of the platform that shows this page, above it or in the window that opened it; undefined where there is none. */
export function findApi(from: Window): ScormApi | undefined {
  const { top, opener } = from;
  return apiAbove(from) ?? apiAbove(opener) ?? apiAbove(openerOf(top));
}

function apiAbove(from: Window | null): ScormApi | undefined {
  let current = from;
  try {
    for (let count = 0; current && count < mostWindows; count += 1) {
      const { API } = current as Window & { API?: ScormApi };
      if (API) return API;
      if (current === current.parent) return undefined;
      current = current.parent;
    }
  } catch {
    // A window of another site tells nothing.
  }
  return undefined;
}

function openerOf(window: Window | null): Window | null {
  try {
    return window?.opener as Window | null;
  } catch {
    return null;
  }
}
