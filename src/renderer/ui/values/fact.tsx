import type { ReactNode } from 'react'

/** One of the named figures that stand side by side in a `<dl className="k-facts">`. */
export function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
