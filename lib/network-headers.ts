/** The press tells the caller's address in these, after removing whatever the caller wrote there (lib/press/press.ts). */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'
/** Present when nobody passed the request on, so that a loopback address really means this machine. */
export const CLIENT_DIRECT_HEADER = 'x-client-direct'
