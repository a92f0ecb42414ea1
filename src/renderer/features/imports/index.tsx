import { TableOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { TablesPage } from './tables-page'

/** Reached from the menu of the items. */
export const imports: Feature = {
  room: 'items',
  icon: <TableOutlined />,
  menu: [],
  pages: [{ kind: 'imports.tables', right: 'items.read', titleKey: 'imports.title', component: TablesPage }],
}
