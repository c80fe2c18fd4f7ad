/** Bytes of one part: small enough to be sent again without regret, large enough to be few. */
export const mostPartBytes = 4_000_000;
/** What a browser sends at once, so that its bar moves on a slow line. */
export const browserPartBytes = 1_000_000;
/** Bytes of a whole file; larger ones come by the command line. */
export const mostUploadBytes = 2_000_000_000;
/** Bytes of its text once unpacked. */
export const mostUploadText = 20_000_000_000;
/** Unfinished uploads of one provider at a time. */
export const mostOpenUploads = 20;
/** Days after which an upload that nobody adds to is given up. */
export const uploadDays = 7;
