import { once } from 'node:events';

/** Writes as fast as the reader reads, in constant memory. */
export class Output {
  private readonly stream: NodeJS.WritableStream;
  private buffered: string[] = [];
  private length = 0;

  constructor(stream: NodeJS.WritableStream) {
    this.stream = stream;
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (typeof chunk === 'string') return this.writeText(chunk);
    await this.flush();
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  private async writeText(text: string): Promise<void> {
    this.buffered.push(text);
    this.length += text.length;
    if (this.length >= 1 << 16) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.buffered.join('');
    this.buffered = [];
    this.length = 0;
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}
