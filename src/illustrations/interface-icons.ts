/** Small signs that stand beside words, never instead of them; a square of 24, drawn with a round line of 2. */
export const interfaceIcons = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  calendar: '<path d="M4 20V8a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v12zM4 10.5h16M8.5 2.5V6M15.5 2.5V6"/>',
  place: '<path d="M5 21V10a7 7 0 0 1 14 0v11M2.5 21h19"/><circle cx="12" cy="11" r="2.3"/>',
  online:
    '<path d="M4 17V8a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v9M2 20h20"/><path d="M9.5 17v-1a2.5 2.5 0 0 1 5 0v1"/><circle cx="12" cy="10" r="1.2"/>',
  blended: '<path d="M3 20v-8a5 5 0 0 1 10 0v8M11 20v-5a5 5 0 0 1 10 0v5M2 20h20"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
  level: '<path d="M3.5 20V12.5a8.5 8.5 0 0 1 17 0V20M8 20v-7a4 4 0 0 1 8 0v7"/>',
  language:
    '<path d="M3 18.5V9a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v1"/><path d="M3 18.5 6 15h3M11 20.5h6l4 1V16a5 5 0 0 0-10 0z"/>',
  people:
    '<path d="M3 20v-2a5 5 0 0 1 10 0v2zM16.5 20H21v-2a4 4 0 0 0-5.5-3.7"/><circle cx="8" cy="8" r="2.8"/><circle cx="16.5" cy="9" r="2.2"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  external: '<path d="M13 4h7v7M20 4l-9 9M17 14v6H4V7h6"/>',
  check: '<path d="m4.5 12.5 5 5 10-11"/>',
  close: '<path d="m5.5 5.5 13 13M18.5 5.5l-13 13"/>',
  menu: '<path d="M3.5 7h17M3.5 12h17M3.5 17h17"/>',
  print: '<path d="M7 8V3.5h10V8M7 17H3.5V11a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v6H17M7 14h10v6.5H7z"/>',
  download: '<path d="M12 3.5V15M7 10.5l5 5 5-5M4 20.5h16"/>',
  share: '<path d="M12 15V3.5M7.5 8 12 3.5 16.5 8M5 12v8.5h14V12"/>',
  mail: '<path d="M3 5.5h18v13H3zM3.5 6.5 12 13l8.5-6.5"/>',
  notice: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.1"/>',
} as const;

export type InterfaceIcon = keyof typeof interfaceIcons;
