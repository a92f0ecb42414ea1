import { TagsOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { ItemImport } from './item-import'
import { ItemList } from './item-list'
import { ItemPage } from './item-page'

export const items: Feature = {
  room: 'items',
  icon: <TagsOutlined />,
  menu: [
    { kind: 'items.items', labelKey: 'app.rooms.items' },
    { kind: 'items.import', labelKey: 'items.import.title' },
  ],
  pages: [
    { kind: 'items.items', right: 'items.read', titleKey: 'app.rooms.items', component: ItemList },
    { kind: 'items.import', right: 'items.write', titleKey: 'items.import.title', component: ItemImport },
    { kind: 'items.item', right: 'items.read', titleKey: 'items.new', component: ItemPage },
  ],
}
