export const tables = {
  tooLarge: '“{{file}}”超过 {{megabytes}} MB。请拆成几个较小的文件，逐个导入。',
  oldExcel: '“{{file}}”是旧版 Excel 格式（.xls）。请用 Excel 打开，另存为 .xlsx 后再选择。',
  unreadable: '“{{file}}”不是 Excel 工作簿或 CSV 文本，或者文件已损坏。请重新另存为 .xlsx 或 CSV 后再选择。',
  empty: '“{{file}}”里没有数据行。请检查表格是否在第一张工作表上。',
  tooManyCells: '“{{file}}”超过 {{rows, count}} 行或 {{columns}} 列。请拆分文件，或删去空白的行列。',
} as const
