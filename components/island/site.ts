import { enlivenCopies } from './copies'
import { enlivenVotes } from './votes'

// The one script of public pages: small, without a framework, and never needed. `npm start` bundles it into public/site.js.
enlivenCopies()
void enlivenVotes()
