/** As much of the package’s types, which it has not, as pictures are compared with. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number; fill?: boolean });
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
    static readonly sync: { read(file: Buffer): PNG; write(picture: PNG): Buffer };
    static bitblt(
      from: PNG,
      to: PNG,
      x: number,
      y: number,
      width: number,
      height: number,
      toX: number,
      toY: number,
    ): void;
  }
}
