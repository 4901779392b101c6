/** Places for answers that stay open: so many in this process, and so many of them for one address. */
export class StreamSeats {
  private readonly addresses = new Map<string, number>();
  private taken = 0;

  constructor(private readonly limits: { readonly streamsPerAddress: number; readonly streamsPerProcess: number }) {}

  isFree(address: string): boolean {
    const here = this.addresses.get(address) ?? 0;
    return this.taken < this.limits.streamsPerProcess && here < this.limits.streamsPerAddress;
  }

  take(address: string): void {
    this.taken += 1;
    this.addresses.set(address, (this.addresses.get(address) ?? 0) + 1);
  }

  leave(address: string): void {
    this.taken -= 1;
    const left = (this.addresses.get(address) ?? 1) - 1;
    if (left > 0) this.addresses.set(address, left);
    else this.addresses.delete(address);
  }
}
