declare module '@mozilla/readability/JSDOMParser.js' {
  /** The small DOM that Mozilla wrote for Readability. It reads well-formed HTML only. */
  export default class JSDOMParser {
    parse(html: string, address?: string): object;
  }
}
