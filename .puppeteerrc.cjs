// A plain `npm ci` fetches no browser: Ace drives the Chromium that is there.
module.exports = { skipDownload: true };
