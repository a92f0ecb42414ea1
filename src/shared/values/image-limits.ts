/** Pictures of items: made small before they are sent, so that a company file with ten thousand of them stays handy. */
export const IMAGE_LIMITS = {
  perItem: 6,
  pictureBytes: 512 * 1024,
  thumbnailBytes: 32 * 1024,
  /** the longer side, in pixels */
  pictureSide: 1280,
  thumbnailSide: 160,
} as const
