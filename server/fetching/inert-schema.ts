// The elements and attributes that a kept page may have: those that are read and seen, none that act.
import type { Schema } from "hast-util-sanitize";

const drawing = (
  "svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop clipPath mask " +
  "pattern symbol use marker image"
).split(" ");

const drawingAttributes = (
  "viewBox preserveAspectRatio transform d points x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy fill fillOpacity fillRule " +
  "stroke strokeWidth strokeOpacity strokeLineCap strokeLineJoin strokeDashArray strokeDashOffset strokeMiterLimit opacity " +
  "clipPath clipRule clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod offset " +
  "stopColor stopOpacity patternUnits patternContentUnits patternTransform markerStart markerMid markerEnd markerWidth " +
  "markerHeight markerUnits refX refY orient textAnchor dominantBaseline fontFamily fontSize fontWeight fontStyle " +
  "letterSpacing textLength lengthAdjust visibility display overflow xLinkHref"
).split(" ");

export const inertSchema = {
  tagNames: [
    ...(
      "html head title style body header footer main nav section article aside address hgroup figure figcaption h1 h2 h3 h4 " +
      "h5 h6 p div span a abbr acronym b bdi bdo big blockquote br center cite code data dd del details dfn dl dt em font hr i " +
      "img ins kbd label legend fieldset li mark menu ol pre q rb rp rt rtc ruby s samp small strike strong sub summary sup " +
      "table caption colgroup col thead tbody tfoot tr td th time tt u ul var wbr"
    ).split(" "),
    ...drawing,
  ],
  attributes: {
    "*": [
      ...(
        "id className style dir lang title role hidden align vAlign bgColor color face size border cellPadding cellSpacing " +
        "width height colSpan rowSpan span scope headers abbr noWrap start reversed value type dateTime open alt media " +
        "translate text src href"
      ).split(" "),
      ...drawingAttributes,
    ],
  },
  // Everything inside these goes with them; of others that are not listed the content stays.
  strip: (
    "script template iframe frame frameset noframes noembed object embed applet audio video canvas select datalist " +
    "textarea math annotation-xml foreignObject animate set desc metadata"
  ).split(" "),
  clobber: [],
  clobberPrefix: "",
  ancestors: {},
  protocols: {},
  required: {},
  allowComments: false,
  allowDoctypes: false,
} satisfies Schema;
