/**
 * What handles and names are made of: Latin letters of our languages and Chinese characters (the ideographs; neither radicals nor 〇, which
 * looks like an o). No other script, so none can look like these.
 */
export const LETTERS =
  '\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3fffd}A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff'
