import { TagsOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { FamilyList } from './family-list'
import { FamilyPage } from './family-page'
import { ItemImport } from './item-import'
import { ItemList } from './item-list'
import { ItemPage } from './item-page'
import { MasksPage } from './masks-page'

export const items: Feature = {
  room: 'items',
  icon: <TagsOutlined />,
  menu: [
    { kind: 'items.items', labelKey: 'app.rooms.items' },
    { kind: 'items.families', labelKey: 'items.family.title' },
    { kind: 'items.import', labelKey: 'items.import.title' },
    { kind: 'imports.tables', labelKey: 'imports.title' },
    { kind: 'items.masks', labelKey: 'items.masks.title' },
  ],
  pages: [
    { kind: 'items.items', right: 'items.read', titleKey: 'app.rooms.items', component: ItemList },
    { kind: 'items.families', right: 'items.read', titleKey: 'items.family.title', component: FamilyList },
    { kind: 'items.family', right: 'items.read', titleKey: 'items.family.new', component: FamilyPage },
    { kind: 'items.import', right: 'items.write', titleKey: 'items.import.title', component: ItemImport },
    { kind: 'items.masks', right: 'items.read', titleKey: 'items.masks.title', component: MasksPage },
    { kind: 'items.item', right: 'items.read', titleKey: 'items.new', component: ItemPage },
  ],
}
