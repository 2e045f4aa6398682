import { askExport } from '@/lib/data/ask-export'
import { AskExportInput } from '@/lib/data/schema'
import { door } from '@/lib/door'
import { myDataPath } from '@/lib/paths'

export const POST = door({
  name: 'askExport',
  input: AskExportInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: myDataPath,
  perform: askExport,
})
