export const batch = {
  fileUnreadable: '无法读取 {{file}}（{{reason}}）。请检查路径：文件应为一个 JSON 实例。',
  notAnInstance:
    '{{file}} 不是 JSON。请写成一个对象：{id, capacity, aisles, aisle_gap, aisle_length, orders: [[[巷道, y, 数量], ...], ...]}。',
  cannotBeWalked: '{{file}} 中的实例无法行走：{{reason}}。请改正该字段后重试。',
  orderTooBig:
    '订单 {{order}} 需要 {{units}}，而一个批次只能装 {{capacity}}。订单不可拆分：请增大容量，或写成两张订单。',
} as const
