/** What handles and names are made of: Latin letters of our languages and Chinese characters. No other script, so none can look like these. */
export const LETTERS = '\\p{Script=Han}A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff'
