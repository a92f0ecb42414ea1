/** Our tokens in the words of Ant Design. */
import { theme as antTheme, type ThemeConfig } from 'antd'
import { type Appearance, type Density, codeFontFamily, fontFamily, palettes, sizes } from './tokens'

type Algorithm = Exclude<NonNullable<ThemeConfig['algorithm']>, readonly unknown[]>

/**
 * Ant Design derives its colours from a few seeds, which in dark mode would mix our accent anew. The derived map is
 * therefore corrected to the exact palette, whose contrast is tested.
 */
function exactly(appearance: Appearance): Algorithm {
  const palette = palettes[appearance]
  const base = appearance === 'light' ? antTheme.defaultAlgorithm : antTheme.darkAlgorithm
  return (seed) => ({
    ...base(seed),
    colorPrimary: palette.fill,
    colorPrimaryHover: palette.fillHover,
    colorPrimaryActive: palette.fillHover,
    colorPrimaryBorder: palette.edge,
    colorPrimaryText: palette.accent,
    colorPrimaryTextHover: palette.accentHover,
    colorPrimaryBg: palette.selected,
    colorPrimaryBgHover: palette.selected,
    colorLink: palette.accent,
    colorLinkHover: palette.accentHover,
    colorLinkActive: palette.accentHover,
    colorSuccess: palette.good,
    colorSuccessBg: palette.goodSoft,
    colorWarning: palette.warning,
    colorWarningBg: palette.warningSoft,
    colorError: palette.bad,
    colorErrorBg: palette.badSoft,
    colorErrorText: palette.bad,
    colorInfo: palette.info,
    colorInfoBg: palette.infoSoft,
    colorText: palette.text,
    colorTextSecondary: palette.textSoft,
    colorTextTertiary: palette.textFaint,
    colorTextQuaternary: palette.textFaint,
    colorBgContainer: palette.paper,
    colorBgElevated: appearance === 'light' ? palette.paper : palette.raised,
    colorBgLayout: palette.ground,
    colorBorder: palette.edge,
    colorBorderSecondary: palette.line,
  })
}

export function themeConfig(appearance: Appearance, density: Density): ThemeConfig {
  const palette = palettes[appearance]
  return {
    algorithm: exactly(appearance),
    token: {
      fontFamily,
      fontFamilyCode: codeFontFamily,
      fontSize: sizes.text,
      sizeUnit: sizes.grid,
      sizeStep: sizes.grid,
      controlHeight: sizes.controlHeight,
      borderRadius: sizes.radius,
      motionUnit: 0.04,
      motionBase: 0,
      colorPrimary: palette.fill,
      wireframe: false,
      colorTextLightSolid: palette.onFill,
      colorTextPlaceholder: palette.textFaint,
      controlItemBgHover: palette.hover,
      controlItemBgActive: palette.selected,
      controlOutline: 'transparent',
      lineWidthFocus: 2,
      boxShadowSecondary: `0 4px 16px ${palette.shadow}`,
    },
    components: {
      Table: {
        cellFontSize: sizes.tableText,
        cellPaddingBlock: density === 'dense' ? 5 : 7,
        cellPaddingInline: 8,
        headerBg: palette.raised,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.hover,
      },
      Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 4px' },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultHoverColor: palette.accentHover,
        defaultHoverBorderColor: palette.accent,
        defaultActiveColor: palette.accentHover,
        defaultActiveBorderColor: palette.accent,
      },
      // Where Ant Design writes text or draws lines in its primary colour, ours is the accent: the fill is too dark for it.
      Tabs: {
        itemSelectedColor: palette.accent,
        itemHoverColor: palette.accentHover,
        itemActiveColor: palette.accentHover,
        inkBarColor: palette.accent,
      },
      Menu: {
        itemSelectedColor: palette.accent,
        itemSelectedBg: palette.selected,
        itemHoverBg: palette.hover,
        darkItemSelectedColor: palette.accent,
      },
      Input: { activeBorderColor: palette.accent, hoverBorderColor: palette.accent },
      InputNumber: { activeBorderColor: palette.accent, hoverBorderColor: palette.accent },
      DatePicker: { activeBorderColor: palette.accent, hoverBorderColor: palette.accent },
      Select: {
        activeBorderColor: palette.accent,
        hoverBorderColor: palette.accent,
        optionSelectedBg: palette.selected,
      },
      Pagination: { itemActiveColor: palette.accent },
      Segmented: { itemSelectedColor: palette.text, itemColor: palette.textSoft },
    },
  }
}
