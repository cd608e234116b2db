/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_routes.h"

#include <math.h>

#define PORT_PITCH 16.0
#define PORT_MARGIN 10.0 /* from the corner of a box */
#define JOINT_SHARE 0.5  /* of the gap, from the claim: where linked premises meet */
#define BROKEN_JOINT_SHARE 0.74
#define BREAK_SHARE 0.36 /* where a broken trunk is broken */
#define TURN_SHARE 0.8   /* of the gap, how far a line that leads back swings out */
#define FLATTENING 14

/* Where a premise's line comes out into the gap beside its claim. */
typedef struct
{
  graphene_point_t point;
  gboolean leads_back;
} Approach;

/* An end on the edge of a box. */
typedef struct
{
  guint box;
  double wish;  /* y of what it leads to */
  guint step;   /* whose port it is, */
  guint premise; /* or by place in the plan, whose beginning: DEM_ARGUMENT_NONE */
} Port;

typedef struct
{
  DemArgumentRoutes *result;
  DemArgumentLayout *layout;
  DemArgumentPlan *plan;
  const graphene_rect_t *boxes;
  graphene_point_t origin;
  gboolean rtl;
  double forward; /* 1 when reasons stand at the right */
  double scale;
  double gap;
  Approach *approaches;    /* by premise */
  graphene_point_t *ports; /* by step */
  double *beginnings;      /* by premise: y on its box's edge, for lines that lead back */
  gboolean *broken;        /* by step: something breaks it */
} Router;

/* ---- Edges and lanes ---- */

/* The edge at which the reasons of a claim arrive. */
static double
get_reason_edge (Router *router, guint box)
{
  const graphene_rect_t *rect = &router->boxes[box];

  return rect->origin.x + (router->forward > 0 ? rect->size.width : 0);
}

/* The edge from which a claim goes to what it bears on. */
static double
get_claim_edge (Router *router, guint box)
{
  const graphene_rect_t *rect = &router->boxes[box];

  return rect->origin.x + (router->forward > 0 ? 0 : rect->size.width);
}

static double
get_middle_y (Router *router, guint box)
{
  return router->boxes[box].origin.y + router->boxes[box].size.height / 2;
}

/* An end of a lane: the one nearer to the claims, or to the reasons. */
static graphene_point_t
get_lane_end (Router *router, const DemArgumentLane *lane, gboolean at_reasons)
{
  double x = dem_argument_layout_get_column_x (router->layout, lane->column);
  double width, height;

  x += at_reasons ? dem_argument_plan_get_width (router->plan, lane->column) : 0;
  dem_argument_layout_get_size (router->layout, &width, &height);
  return GRAPHENE_POINT_INIT ((float) (router->origin.x + (router->rtl ? width - x : x)),
                              (float) (router->origin.y + lane->y));
}

/* ---- Ports ---- */

static gboolean
leads_back (Router *router, guint root, guint premise)
{
  const DemArgumentPlace *places = dem_argument_layout_get_places (router->layout);

  return places[premise].column <= places[root].column;
}

static void
find_approach (Router *router, const DemArgumentStep *step, guint premise)
{
  guint box = dem_argument_plan_get_premise (router->plan, premise), n;
  const DemArgumentLane *lanes = dem_argument_layout_get_lanes (router->layout, premise, &n);
  Approach *approach = &router->approaches[premise];

  approach->leads_back = leads_back (router, step->root, box);
  if (n > 0)
    approach->point = get_lane_end (router, &lanes[n - 1], approach->leads_back);
  else if (approach->leads_back)
    approach->point = GRAPHENE_POINT_INIT ((float) get_reason_edge (router, box),
                                           router->boxes[box].origin.y + router->boxes[box].size.height);
  else
    approach->point
        = GRAPHENE_POINT_INIT ((float) get_claim_edge (router, box), (float) get_middle_y (router, box));
}

static double
get_mean_y (Router *router, const DemArgumentStep *step)
{
  double sum = 0;

  for (guint i = 0; i < step->n_from; i++)
    sum += router->approaches[step->first + i].point.y;
  return sum / MAX (step->n_from, 1);
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *one = a, *other = b;

  if (one->box != other->box)
    return one->box < other->box ? -1 : 1;
  if (one->wish < other->wish || one->wish > other->wish)
    return one->wish < other->wish ? -1 : 1;
  return one->step < other->step ? -1 : one->step > other->step;
}

static GArray *
list_ports (Router *router)
{
  GArray *ports = g_array_new (FALSE, FALSE, sizeof (Port));

  for (guint i = 0; i < dem_argument_plan_count_steps (router->plan); i++)
    {
      const DemArgumentStep *step = dem_argument_plan_get_step (router->plan, i);
      Port port = { step->to_box, 0, i, DEM_ARGUMENT_NONE };

      for (guint j = step->first; j < step->first + step->n_from; j++)
        {
          Port beginning = { dem_argument_plan_get_premise (router->plan, j), 0, i, j };

          find_approach (router, step, j);
          beginning.wish = router->approaches[j].point.y;
          if (router->approaches[j].leads_back)
            g_array_append_val (ports, beginning);
        }
      port.wish = get_mean_y (router, step);
      if (port.box != DEM_ARGUMENT_NONE)
        g_array_append_val (ports, port);
    }
  g_array_sort (ports, compare_ports);
  return ports;
}

static void
place_ports (Router *router)
{
  g_autoptr (GArray) ports = list_ports (router);

  for (guint begin = 0, end; begin < ports->len; begin = end)
    {
      guint box = g_array_index (ports, Port, begin).box;
      double room = router->boxes[box].size.height - 2 * PORT_MARGIN * router->scale, pitch;

      for (end = begin; end < ports->len && g_array_index (ports, Port, end).box == box;)
        end++;
      pitch = end - begin > 1 ? MIN (PORT_PITCH * router->scale, room / (end - begin - 1)) : 0;
      for (guint i = begin; i < end; i++)
        {
          const Port *port = &g_array_index (ports, Port, i);
          double y = get_middle_y (router, box) + pitch * (i - begin - (end - begin - 1) / 2.0);

          if (port->premise != DEM_ARGUMENT_NONE)
            router->beginnings[port->premise] = y;
          else
            router->ports[port->step] = GRAPHENE_POINT_INIT ((float) get_reason_edge (router, box), (float) y);
        }
    }
}

/* ---- Curves ---- */

static void
add_curve (Router *router, graphene_point_t a, graphene_point_t b, graphene_point_t c, graphene_point_t d)
{
  DemArgumentCurve curve = { { a, b, c, d }, FALSE };

  g_array_append_val (router->result->curves, curve);
}

/* From one point to another, level at both ends. */
static void
add_level (Router *router, graphene_point_t from, graphene_point_t to)
{
  float middle = (from.x + to.x) / 2;

  add_curve (router, from, GRAPHENE_POINT_INIT (middle, from.y), GRAPHENE_POINT_INIT (middle, to.y), to);
}

/* Out and back again, to an end at the same side. */
static void
add_turn (Router *router, graphene_point_t from, graphene_point_t to)
{
  float reach = (float) (MAX (from.x * router->forward, to.x * router->forward)
                         + router->gap * TURN_SHARE)
                * (float) router->forward;

  add_curve (router, from, GRAPHENE_POINT_INIT (reach, from.y), GRAPHENE_POINT_INIT (reach, to.y), to);
}

/* Level at its beginning and upright at its end, where lines meet. */
static void
add_to_joint (Router *router, graphene_point_t from, graphene_point_t to)
{
  add_curve (router, from, GRAPHENE_POINT_INIT ((from.x + to.x) / 2, from.y),
             GRAPHENE_POINT_INIT (to.x, (from.y + to.y) / 2), to);
}

/* From a premise's box through its lanes to the gap beside the claim. */
static void
add_way (Router *router, guint premise)
{
  guint box = dem_argument_plan_get_premise (router->plan, premise), n;
  const DemArgumentLane *lanes = dem_argument_layout_get_lanes (router->layout, premise, &n);
  Approach *approach = &router->approaches[premise];
  graphene_point_t at;

  if (approach->leads_back)
    at = GRAPHENE_POINT_INIT ((float) get_reason_edge (router, box), (float) router->beginnings[premise]);
  else
    at = GRAPHENE_POINT_INIT ((float) get_claim_edge (router, box), (float) get_middle_y (router, box));
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t begin = get_lane_end (router, &lanes[i], !approach->leads_back);
      graphene_point_t end = get_lane_end (router, &lanes[i], approach->leads_back);

      add_level (router, at, begin);
      add_level (router, begin, end);
      at = end;
    }
  approach->point = at;
}

/* From the meeting point of linked premises to the port. */
static void
add_trunk (Router *router, DemArgumentRoute *route, graphene_point_t end)
{
  DemArgumentCurve curve = { { route->middle,
                               GRAPHENE_POINT_INIT (route->middle.x, (route->middle.y + end.y) / 2),
                               GRAPHENE_POINT_INIT ((route->middle.x + end.x) / 2, end.y), end },
                             TRUE };

  g_array_append_val (router->result->curves, curve);
}

/* Several premises meet and go on as one. */
static void
add_linked (Router *router, guint index, DemArgumentRoute *route, graphene_point_t end, double reach)
{
  const DemArgumentStep *step = dem_argument_plan_get_step (router->plan, index);
  double share = router->broken[index] ? BROKEN_JOINT_SHARE : JOINT_SHARE;
  const DemArgumentCurve *trunk;

  route->middle = GRAPHENE_POINT_INIT ((float) (route->port.x + router->forward * reach * share),
                                       (float) (route->port.y + get_mean_y (router, step)) / 2);
  for (guint i = step->first; i < step->first + step->n_from; i++)
    {
      add_way (router, i);
      add_to_joint (router, router->approaches[i].point, route->middle);
    }
  add_trunk (router, route, end);
  trunk = &g_array_index (router->result->curves, DemArgumentCurve, router->result->curves->len - 1);
  route->target = dem_argument_curve_at (trunk, router->broken[index] ? 1 - BREAK_SHARE : 0.5);
}

static void
add_single (Router *router, guint premise, DemArgumentRoute *route, graphene_point_t end, gboolean is_undercut)
{
  Approach *approach = &router->approaches[premise];
  const DemArgumentCurve *last;

  add_way (router, premise);
  if (is_undercut)
    add_to_joint (router, approach->point, end);
  else if (approach->leads_back)
    add_turn (router, approach->point, end);
  else
    add_level (router, approach->point, end);
  last = &g_array_index (router->result->curves, DemArgumentCurve, router->result->curves->len - 1);
  route->target = dem_argument_curve_at (last, 0.55);
  route->middle = dem_argument_curve_at (last, 0.25);
}

static void
add_route (Router *router, guint index)
{
  const DemArgumentStep *step = dem_argument_plan_get_step (router->plan, index);
  gboolean is_undercut = step->to_box == DEM_ARGUMENT_NONE;
  DemArgumentRoute route = { .first = router->result->curves->len, .forward = router->forward };
  double reach = router->gap;
  graphene_point_t end;

  route.is_linked = step->n_from > 1;
  if (is_undercut)
    {
      route.port = g_array_index (router->result->routes, DemArgumentRoute, step->to_step).target;
      reach = MAX (reach - fabs (route.port.x - get_reason_edge (router, step->root)), reach / 2);
      end = route.port;
    }
  else
    {
      route.port = router->ports[index];
      end = GRAPHENE_POINT_INIT (
          (float) (route.port.x + router->forward * DEM_ARGUMENT_ARROW * router->scale), route.port.y);
    }
  if (step->n_from > 1)
    add_linked (router, index, &route, end, reach);
  else if (step->n_from == 1)
    add_single (router, step->first, &route, end, is_undercut);
  route.n = router->result->curves->len - route.first;
  g_array_append_val (router->result->routes, route);
}

DemArgumentRoutes *
dem_argument_routes_new (DemArgumentLayout *layout,
                         const graphene_rect_t *boxes,
                         graphene_point_t origin,
                         gboolean rtl,
                         double scale)
{
  DemArgumentPlan *plan = dem_argument_layout_get_plan (layout);
  guint n_steps = dem_argument_plan_count_steps (plan), n = dem_argument_plan_count_premises (plan);
  g_autofree Approach *approaches = g_new0 (Approach, n + 1);
  g_autofree graphene_point_t *ports = g_new0 (graphene_point_t, n_steps + 1);
  g_autofree double *beginnings = g_new0 (double, n + 1);
  g_autofree gboolean *broken = g_new0 (gboolean, n_steps + 1);
  DemArgumentRoutes *self = g_new (DemArgumentRoutes, 1);
  Router router = { self, layout, plan, boxes, origin, rtl, rtl ? -1 : 1, scale,
                    dem_argument_plan_get_metrics (plan)->gap, approaches, ports, beginnings, broken };

  self->routes = g_array_sized_new (FALSE, FALSE, sizeof (DemArgumentRoute), n_steps);
  self->curves = g_array_new (FALSE, FALSE, sizeof (DemArgumentCurve));
  for (guint i = 0; i < n_steps; i++)
    if (dem_argument_plan_get_step (plan, i)->to_step != DEM_ARGUMENT_NONE)
      broken[dem_argument_plan_get_step (plan, i)->to_step] = TRUE;
  place_ports (&router);
  for (guint i = 0; i < n_steps; i++)
    add_route (&router, i);
  return self;
}

void
dem_argument_routes_free (DemArgumentRoutes *self)
{
  g_array_unref (self->routes);
  g_array_unref (self->curves);
  g_free (self);
}

const DemArgumentRoute *
dem_argument_routes_get (const DemArgumentRoutes *self, guint step)
{
  return &g_array_index (self->routes, DemArgumentRoute, step);
}

const DemArgumentCurve *
dem_argument_routes_get_curve (const DemArgumentRoutes *self, guint curve)
{
  return &g_array_index (self->curves, DemArgumentCurve, curve);
}

graphene_point_t
dem_argument_curve_at (const DemArgumentCurve *curve, double share)
{
  double rest = 1 - share;
  double weights[4]
      = { rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share };
  double x = 0, y = 0;

  for (guint i = 0; i < 4; i++)
    {
      x += weights[i] * curve->points[i].x;
      y += weights[i] * curve->points[i].y;
    }
  return GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/* ---- Pointing ---- */

static double
get_segment_distance (graphene_point_t a, graphene_point_t b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double share = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (a.x + share * dx - x, a.y + share * dy - y);
}

static gboolean
is_near (const DemArgumentCurve *curve, double x, double y, double most)
{
  graphene_rect_t bounds;

  graphene_rect_init (&bounds, curve->points[0].x, curve->points[0].y, 0, 0);
  for (guint i = 1; i < 4; i++)
    graphene_rect_expand (&bounds, &curve->points[i], &bounds);
  graphene_rect_inset (&bounds, (float) -most, (float) -most);
  return graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

double
dem_argument_routes_distance (const DemArgumentRoutes *self, guint step, double x, double y, double most)
{
  const DemArgumentRoute *route = dem_argument_routes_get (self, step);
  double least = INFINITY;

  for (guint i = route->first; i < route->first + route->n; i++)
    {
      const DemArgumentCurve *curve = dem_argument_routes_get_curve (self, i);
      graphene_point_t before = curve->points[0];

      for (guint j = 1; j <= FLATTENING && is_near (curve, x, y, most); j++)
        {
          graphene_point_t at = dem_argument_curve_at (curve, (double) j / FLATTENING);

          least = MIN (least, get_segment_distance (before, at, x, y));
          before = at;
        }
    }
  return least <= most ? least : INFINITY;
}
