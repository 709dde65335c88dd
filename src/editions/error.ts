/** Something in the manuscript that an edition cannot be made from: for the author, with a remedy, and no fault of ours. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}
