/**
 * Where the digest on a sheet can be checked by anyone. Nowhere yet: the board has no page for it, and a QR code that
 * leads to nothing is worse than none, so the sheets say 本件可到社区办公室核验. When the page stands this becomes
 * `${publicOrigin}/c/<slug>/verify/<first 16 hex of the digest>`; sheets already issued keep their bytes.
 */
export const verifyUrlOf = (_factsHash: string): string | null => null
