import Bowser from 'bowser'

/** The families of a browser and of its system, as a browser says them: "Firefox", "Android". Empty where it says nothing known. */
export type Device = { browser: string; system: string }

// The longest that browsers of our readers send (WeChat's) has about 400 characters.
const READ_MAX = 512

// A made-up header can name any browser. Only names that the library knows are kept, never the words of the header.
const BROWSERS = new Set(Object.values(Bowser.BROWSER_MAP))
const SYSTEMS = new Set(Object.values(Bowser.OS_MAP))

/** The coarse label of the device that sent this `User-Agent`: families, no version, no model. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: '', system: '' }
  const { browser, os } = Bowser.parse(userAgent.slice(0, READ_MAX))
  return { browser: known(BROWSERS, browser.name), system: known(SYSTEMS, os.name) }
}

function known(names: ReadonlySet<string>, name = ''): string {
  return names.has(name) && name !== Bowser.BROWSER_MAP.generic ? name : ''
}
