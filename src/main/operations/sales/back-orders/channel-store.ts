import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { SalesTables } from '../tables'

const db = compiler<SalesTables>()

export interface ChannelRule {
  readonly channelId: number
  /** 0: every item without a rule of its own. */
  readonly itemId: number
  readonly bufferMicro: number
  readonly shareMicro: number
}

const RULE = `
  SELECT channel_id AS channelId, item_id AS itemId, buffer_micro AS bufferMicro, share_micro AS shareMicro
  FROM sales_channel_rule WHERE channel_id = ? AND item_id IN (?, 0) ORDER BY item_id DESC LIMIT 1`

const RULES = `
  SELECT r.channel_id AS channelId, h.name AS channelName, r.item_id AS itemId, i.code, i.name,
    i.base_unit AS baseUnit, r.buffer_micro AS bufferMicro, r.share_micro AS shareMicro
  FROM sales_channel_rule r JOIN v_prices_channel h ON h.id = r.channel_id
  LEFT JOIN v_items_item i ON i.id = r.item_id
  ORDER BY h.code, r.item_id`

const setRule = statement((p: ChannelRule) =>
  db
    .insertInto('sales_channel_rule')
    .values({ channel_id: p.channelId, item_id: p.itemId, buffer_micro: p.bufferMicro, share_micro: p.shareMicro })
    .onConflict((c) =>
      c.columns(['channel_id', 'item_id']).doUpdateSet({ buffer_micro: p.bufferMicro, share_micro: p.shareMicro }),
    ),
)

const removeRule = statement((p: { channelId: number; itemId: number }) =>
  db.deleteFrom('sales_channel_rule').where('channel_id', '=', p.channelId).where('item_id', '=', p.itemId),
)

interface ShownRule extends ChannelRule {
  readonly channelName: string
  readonly code: string | null
  readonly name: string | null
  readonly baseUnit: string | null
}

export const channelStore = {
  ruleFor: (reader: Reader, channelId: number, itemId: number): ChannelRule | undefined =>
    reader.first<ChannelRule>(RULE, [channelId, itemId]),
  rules: (reader: Reader): ShownRule[] => reader.all<ShownRule>(RULES),
  setRule: (tx: Tx, rule: ChannelRule) => setRule.run(tx, rule),
  removeRule: (tx: Tx, channelId: number, itemId: number) => removeRule.run(tx, { channelId, itemId }),
}
