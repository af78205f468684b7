/** How this installation lets people in beside codes. */
export class WaysIn {
  constructor(readonly issuer: boolean) {}
}
