/** Why nothing could be verified: something beside the client and the pacts is not as it must be. */
export class CannotVerify extends Error {}
