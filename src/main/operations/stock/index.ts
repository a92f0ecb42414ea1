/**
 * Stock documents: goods that move between warehouses, become other goods, or get another value, without being bought
 * or sold.
 *
 * Invariants: what is sent and has not arrived lies in transit at the other dock; a transfer changes the value of stock
 * by its differences alone; what is made is worth what was used, less an abnormal loss; a revaluation is on stock.
 * Folders are its nouns: transfers, conversions (assembly, disassembly, repacking), plans (of conversions, led by scans), revaluations, ahead, genealogy.
 * Goods sold ahead of their receipt are brought in at a provisional cost, until a receipt settles them.
 * Tables: stock_ahead, stock_ahead_rule, stock_ahead_settlement, stock_transfer, stock_transfer_line, stock_conversion, stock_conversion_line,
 * stock_plan, stock_plan_line, stock_revaluation.
 */
export { handlers } from './handlers'
export { checks } from './checks-queries'
export { receiveTransfer, sendTransfer, transferLines } from './transfers/transfer'
export { sellAhead, settleAhead, unsettleAhead } from './ahead/sell-ahead'
