import type { demo as en } from '../../en/refusals/demo'
import type { SameKeys } from '../../same-keys'

export const demo: SameKeys<typeof en> = {
  notADemo: '{{company}} 是真实账套，不能在其中模拟营业日。请换一个文件。',
  otherSeed: '此演示账套的种子是 {{seed}}。要续用请不要指定种子，或换一个新文件。',
  otherPack: '此演示账套使用模板 {{pack}}。要续用请不要指定模板，或换一个新文件。',
}
