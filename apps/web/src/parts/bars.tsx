import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

interface BarsProps {
  readonly rows: readonly { readonly name: string; readonly value: number }[];
  readonly label: string;
  readonly unit?: string;
}

const rowHeight = 40;

/** A bar a row; its table stands beside it, so that readers of screens skip the picture. */
export function Bars({ rows, label, unit = '' }: BarsProps) {
  return (
    <div role="img" aria-label={label} style={{ overflow: 'hidden' }}>
      <ResponsiveContainer width="100%" height={rows.length * rowHeight + 16}>
        <BarChart
          data={[...rows]}
          layout="vertical"
          margin={{ left: 0, right: 64, top: 8, bottom: 8 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide />
          <YAxis
            type="category"
            dataKey="name"
            width={150}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink)', fontSize: 14 }}
          />
          <Bar dataKey="value" fill="var(--bridge)" radius={4} isAnimationActive={false}>
            <LabelList
              dataKey="value"
              position="right"
              fill="var(--ink)"
              formatter={(value: unknown) => `${String(value)} ${unit}`.trim()}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
