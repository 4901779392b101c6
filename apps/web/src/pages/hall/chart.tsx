import { useEffect, useRef } from 'react';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([BarChart, LineChart, GridComponent, LegendComponent, CanvasRenderer]);

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** A chart that is drawn while it can be seen; the table beside it says the same, so it is one picture to who listens. */
export function Chart(props: { readonly label: string; readonly option: (em: number) => EChartsCoreOption }) {
  const frame = useRef<HTMLDivElement>(null);
  const draw = useRef<(() => void) | null>(null);
  const option = useRef(props.option);
  option.current = props.option;

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let chart: EChartsType | null = null;
    let seen = false;
    draw.current = () => {
      if (!seen || element.clientWidth === 0) return;
      chart ??= init(element, null, { renderer: 'canvas' });
      chart.setOption({
        animation: !still.matches,
        ...option.current(Number(getComputedStyle(element).fontSize.replace('px', ''))),
      });
    };
    const eyes = new IntersectionObserver((entries) => {
      seen = entries.some(({ isIntersecting }) => isIntersecting);
      draw.current?.();
    });
    const size = new ResizeObserver(() => {
      chart?.resize();
      draw.current?.();
    });
    eyes.observe(element);
    size.observe(element);
    return () => {
      eyes.disconnect();
      size.disconnect();
      chart?.dispose();
      draw.current = null;
    };
  }, []);
  useEffect(() => draw.current?.(), [props.option]);

  return <div ref={frame} className="hall-chart" role="img" aria-label={props.label} />;
}
