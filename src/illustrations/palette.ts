/** The colours of pictures that are files of their own and cannot read the page's tokens; named as in `tokens.css`. */
export const palette = {
  white: '#ffffff',
  river900: '#06323f',
  river700: '#0b5165',
  river300: '#7fcbd9',
  river200: '#b7dde3',
  river100: '#dcf0f2',
  stone700: '#8f4310',
  stone600: '#b4581c',
  stone500: '#e07b39',
  stone300: '#f6b27a',
  stone200: '#fbdcbd',
  stone100: '#fdf1e4',
  moss700: '#23603f',
  moss300: '#93d3ad',
  moss100: '#e2f2e7',
} as const;
