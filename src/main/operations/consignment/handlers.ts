import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { goodsAt, listGoods } from './place-queries'
import { bringGoods, takeGoodsBack } from './move-goods'
import { placedPdf } from './settlement-queries'
import { reportUse } from './report-use'

export const handlers: Handlers<typeof contract.consignment> = {
  listGoods: (reader, _actor, input) => listGoods(reader, input),
  goodsAt: (reader, _actor, input) => goodsAt(reader, input),
  placedPdf: (reader, _actor, input) => placedPdf(reader, input),
  bringGoods: (tx, actor, input) => bringGoods(tx, actor, input),
  takeGoodsBack: (tx, actor, input) => takeGoodsBack(tx, actor, input),
  reportUse: (tx, actor, input) => reportUse(tx, actor, input),
}
