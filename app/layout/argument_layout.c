/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/argument_layout.h"

#include <math.h>

#include "app/layout/column_place.h"
#include "app/layout/layers.h"

#define ROUNDS 12
#define LANE_HEIGHT 6.0    /* of the gaps between boxes, a lane takes so much more */
#define LANE_WEIGHT 4.0    /* lanes are straight where they can be */
#define ROWS_ABOVE 3.5     /* spacings before the rows of what stands alone: a heading goes there */

struct _DemArgumentLayout
{
  gatomicrefcount references;
  DemArgumentPlan *plan;
  DemArgumentPlace *places;
  GArray *lanes;      /* DemArgumentLane */
  guint *first_lanes; /* by premise, one more than there are */
  double width, height, rows_y;
};

/* A node of the layered graph. A connector that passes columns is a chain of nodes; one that leads back goes
 * past its claim and turns in the next column. */
typedef struct
{
  guint column;
  guint box;   /* or DEM_ARGUMENT_NONE */
  guint group; /* of what family a premise is: its claim, else none */
  gboolean is_turn;
  double y;
} Node;

typedef struct
{
  DemArgumentLayout *layout;
  DemArgumentPlan *plan;
  GArray *nodes;    /* Node: those of boxes first */
  GArray *edges;    /* DemLayerEdge, by the column of their beginning once they are sorted */
  guint *box_nodes; /* by box; what stands alone has none */
  guint *chains; /* by premise: its first chain node; they run to the next premise's, from the premise on */
  guint *order;  /* all nodes, by column, then order */
  guint *starts; /* by column, one more than there are: where it begins in the former */
  guint *edge_starts; /* the same for the edges that begin in it */
  guint n_columns;
} Builder;

/* ---- Columns ---- */

/* What stands alone takes no part. */
static guint
number_boxes (Builder *builder)
{
  guint n = dem_argument_plan_count_boxes (builder->plan), next = 0;

  builder->box_nodes = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    builder->box_nodes[i]
        = dem_argument_plan_get_box (builder->plan, i)->stands_alone ? DEM_ARGUMENT_NONE : next++;
  return next;
}

/* An edge from the claim at the root of each step to each of its premises. */
static GArray *
list_bearings (Builder *builder)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (DemLayerEdge));

  for (guint i = 0; i < dem_argument_plan_count_steps (builder->plan); i++)
    {
      const DemArgumentStep *step = dem_argument_plan_get_step (builder->plan, i);

      for (guint j = 0; j < step->n_from; j++)
        {
          guint premise = dem_argument_plan_get_premise (builder->plan, step->first + j);
          DemLayerEdge edge = { builder->box_nodes[step->root], builder->box_nodes[premise] };
          g_array_append_val (edges, edge);
        }
    }
  return edges;
}

static void
find_columns (Builder *builder)
{
  guint n = number_boxes (builder);
  g_autoptr (GArray) edges = list_bearings (builder);
  g_autofree guint *ranks = g_new0 (guint, n + 1);

  dem_layers_rank (n, (const DemLayerEdge *) (gconstpointer) edges->data, edges->len, ranks);
  for (guint i = 0; i < dem_argument_plan_count_boxes (builder->plan); i++)
    {
      guint column = builder->box_nodes[i] != DEM_ARGUMENT_NONE ? ranks[builder->box_nodes[i]] : 0;
      Node node = { column, i, DEM_ARGUMENT_NONE, FALSE, 0 };

      if (builder->box_nodes[i] == DEM_ARGUMENT_NONE)
        continue;
      builder->layout->places[i].column = column;
      builder->n_columns = MAX (builder->n_columns, column + 1);
      g_array_append_val (builder->nodes, node);
    }
}

/* ---- The layered graph ---- */

static Node *
get_node (Builder *builder, guint index)
{
  return &g_array_index (builder->nodes, Node, index);
}

static guint
add_node (Builder *builder, guint column, gboolean is_turn)
{
  Node node = { column, DEM_ARGUMENT_NONE, DEM_ARGUMENT_NONE, is_turn, 0 };

  g_array_append_val (builder->nodes, node);
  builder->n_columns = MAX (builder->n_columns, column + 1);
  return builder->nodes->len - 1;
}

static void
add_edge (Builder *builder, guint a, guint b)
{
  gboolean ahead = get_node (builder, a)->column < get_node (builder, b)->column;
  DemLayerEdge edge = { ahead ? a : b, ahead ? b : a };

  g_array_append_val (builder->edges, edge);
}

/* From a premise to its claim, with a node in each column between them; back if need be. */
static void
add_chain (Builder *builder, guint premise, guint claim)
{
  guint column = get_node (builder, premise)->column, end = get_node (builder, claim)->column;
  guint before = premise;
  gboolean leads_back = column <= end;

  while (leads_back ? column <= end : column > end + 1)
    {
      guint node;

      column += leads_back ? 1 : -1;
      node = add_node (builder, column, leads_back && column == end + 1);
      add_edge (builder, before, node);
      before = node;
    }
  add_edge (builder, before, claim);
}

static void
add_premises (Builder *builder, const DemArgumentStep *step)
{
  guint claim = builder->box_nodes[step->root];

  for (guint i = 0; i < step->n_from; i++)
    {
      guint premise
          = builder->box_nodes[dem_argument_plan_get_premise (builder->plan, step->first + i)];

      builder->chains[step->first + i] = builder->nodes->len;
      if (get_node (builder, premise)->group == DEM_ARGUMENT_NONE)
        get_node (builder, premise)->group = step->root;
      /* What supports itself is joined beside its own box. */
      if (premise != claim)
        add_chain (builder, premise, claim);
    }
}

static void
add_steps (Builder *builder)
{
  guint n = dem_argument_plan_count_premises (builder->plan);

  builder->chains = g_new (guint, n + 1);
  for (guint i = 0; i < dem_argument_plan_count_steps (builder->plan); i++)
    add_premises (builder, dem_argument_plan_get_step (builder->plan, i));
  builder->chains[n] = builder->nodes->len;
}

/* ---- Order ---- */

static void
sort_nodes (Builder *builder, const guint *orders)
{
  guint n = builder->nodes->len;
  g_autofree guint *fill = NULL;

  builder->starts = g_new0 (guint, builder->n_columns + 1);
  builder->order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    builder->starts[get_node (builder, i)->column + 1]++;
  for (guint i = 0; i < builder->n_columns; i++)
    builder->starts[i + 1] += builder->starts[i];
  fill = g_memdup2 (builder->starts, sizeof (guint) * (builder->n_columns + 1));
  for (guint i = 0; i < n; i++)
    {
      guint *ranked = &builder->order[builder->starts[get_node (builder, i)->column]];
      guint at = fill[get_node (builder, i)->column]++ - builder->starts[get_node (builder, i)->column];

      /* Nearly sorted already; in a layer no two orders are the same unless Graphviz failed. */
      for (; at > 0 && orders[ranked[at - 1]] > orders[i]; at--)
        ranked[at] = ranked[at - 1];
      ranked[at] = i;
    }
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  guint column_a = get_node (data, ((const DemLayerEdge *) a)->from)->column;
  guint column_b = get_node (data, ((const DemLayerEdge *) b)->from)->column;

  return (column_a > column_b) - (column_a < column_b);
}

static void
sort_edges (Builder *builder)
{
  guint edge = 0;

  g_array_sort_with_data (builder->edges, compare_edges, builder);
  builder->edge_starts = g_new (guint, builder->n_columns + 1);
  for (guint column = 0; column <= builder->n_columns; column++)
    {
      builder->edge_starts[column] = edge;
      while (edge < builder->edges->len
             && get_node (builder, g_array_index (builder->edges, DemLayerEdge, edge).from)->column == column)
        edge++;
    }
}

static void
find_order (Builder *builder)
{
  guint n = builder->nodes->len;
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autofree guint *orders = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    ranks[i] = get_node (builder, i)->column;
  dem_layers_order (n, (const DemLayerEdge *) (gconstpointer) builder->edges->data, builder->edges->len,
                    ranks, orders);
  sort_nodes (builder, orders);
  sort_edges (builder);
}

/* ---- Places ---- */

static double
get_distance (Builder *builder, const Node *above, const Node *below)
{
  const DemArgumentMetrics *metrics = dem_argument_plan_get_metrics (builder->plan);
  const DemArgumentBox *a
      = above->box != DEM_ARGUMENT_NONE ? dem_argument_plan_get_box (builder->plan, above->box) : NULL;
  const DemArgumentBox *b
      = below->box != DEM_ARGUMENT_NONE ? dem_argument_plan_get_box (builder->plan, below->box) : NULL;
  double distance = metrics->spacing;

  distance += a != NULL ? a->height / 2 + a->below : LANE_HEIGHT / 2;
  distance += b != NULL ? b->height / 2 : LANE_HEIGHT / 2;
  if (a != NULL && b != NULL)
    distance = MAX (distance, metrics->pitch + b->height / 2 - a->height / 2);
  return distance + (a != NULL && b != NULL && above->group != below->group ? metrics->apart : 0);
}

/* What the neighbours of each node want of it, weighted. */
typedef struct
{
  double *sums;
  double *weights;
} Wishes;

static void
add_wish (Wishes *wishes, guint node, double y, double weight)
{
  wishes->sums[node] += weight * y;
  wishes->weights[node] += weight;
}

/* What the nodes of one column are wished to be by those behind them, and by those before them. */
static void
gather_wishes (Builder *builder, guint column, Wishes *wishes, gboolean from_before)
{
  guint begin = column > 0 && from_before ? builder->edge_starts[column - 1] : builder->edge_starts[column];

  for (guint i = builder->starts[column]; i < builder->starts[column + 1]; i++)
    wishes->sums[builder->order[i]] = wishes->weights[builder->order[i]] = 0;
  for (guint i = begin; i < builder->edge_starts[column + 1]; i++)
    {
      const DemLayerEdge *edge = &g_array_index (builder->edges, DemLayerEdge, i);
      const Node *from = get_node (builder, edge->from), *to = get_node (builder, edge->to);
      gboolean is_long = from->box == DEM_ARGUMENT_NONE && to->box == DEM_ARGUMENT_NONE;

      if (from->column == column)
        add_wish (wishes, edge->from, to->y, is_long ? LANE_WEIGHT : 1);
      else
        add_wish (wishes, edge->to, from->y, is_long ? LANE_WEIGHT : 1);
    }
}

static void
place_column (Builder *builder, guint column, const Wishes *wishes)
{
  const guint *order = &builder->order[builder->starts[column]];
  guint n = builder->starts[column + 1] - builder->starts[column];
  g_autofree DemColumnPlace *places = g_new (DemColumnPlace, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const Node *node = get_node (builder, order[i]);
      double weight = wishes->weights[order[i]];

      places[i].distance = i > 0 ? get_distance (builder, get_node (builder, order[i - 1]), node) : 0;
      places[i].wish = weight > 0 ? wishes->sums[order[i]] / weight : node->y;
      places[i].weight = weight > 0 ? weight : 0.1;
    }
  dem_column_place (places, n);
  for (guint i = 0; i < n; i++)
    get_node (builder, order[i])->y = places[i].y;
}

static void
place_nodes (Builder *builder)
{
  guint n = builder->nodes->len;
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree double *weights = g_new0 (double, n + 1);
  Wishes wishes = { sums, weights };

  for (guint column = 0; column < builder->n_columns; column++)
    place_column (builder, column, &wishes);
  /* To and fro, the last time from the reasons, so that a claim stands in the middle of its own. */
  for (guint round = 0; round <= ROUNDS; round++)
    for (guint i = 0; i < builder->n_columns; i++)
      {
        guint column = round % 2 == 0 ? builder->n_columns - 1 - i : i;

        gather_wishes (builder, column, &wishes, round > 0 && round < ROUNDS);
        place_column (builder, column, &wishes);
      }
}

/* ---- The result ---- */

double
dem_argument_layout_get_column_x (DemArgumentLayout *self, guint column)
{
  double x = 0;

  for (guint i = 0; i < column; i++)
    x += dem_argument_plan_get_width (self->plan, i) + dem_argument_plan_get_metrics (self->plan)->gap;
  return x;
}

static double
find_top (Builder *builder)
{
  double top = INFINITY;

  for (guint i = 0; i < builder->nodes->len; i++)
    {
      const Node *node = get_node (builder, i);
      const DemArgumentBox *box
          = node->box != DEM_ARGUMENT_NONE ? dem_argument_plan_get_box (builder->plan, node->box) : NULL;

      if (!node->is_turn)
        top = MIN (top, node->y - (box != NULL ? box->height / 2 : LANE_HEIGHT / 2));
    }
  return isfinite (top) ? top : 0;
}

static void
set_places (Builder *builder)
{
  DemArgumentLayout *layout = builder->layout;
  double top = find_top (builder);

  for (guint i = 0; i < dem_argument_plan_count_boxes (builder->plan); i++)
    {
      const DemArgumentBox *box = dem_argument_plan_get_box (builder->plan, i);
      DemArgumentPlace *place = &layout->places[i];

      if (box->stands_alone)
        continue;
      place->x = dem_argument_layout_get_column_x (layout, place->column);
      place->width = dem_argument_plan_get_width (builder->plan, place->column);
      place->height = box->height;
      place->y = get_node (builder, builder->box_nodes[i])->y - box->height / 2 - top;
      layout->width = MAX (layout->width, place->x + place->width);
      layout->height = MAX (layout->height, place->y + place->height + box->below);
    }
  for (guint i = 0; i < dem_argument_plan_count_premises (builder->plan); i++)
    {
      layout->first_lanes[i] = layout->lanes->len;
      for (guint node = builder->chains[i]; node < builder->chains[i + 1]; node++)
        if (!get_node (builder, node)->is_turn)
          {
            DemArgumentLane lane = { get_node (builder, node)->column, get_node (builder, node)->y - top };
            g_array_append_val (layout->lanes, lane);
          }
    }
  layout->first_lanes[dem_argument_plan_count_premises (builder->plan)] = layout->lanes->len;
}

/* Side by side under everything, as many as fit in a row. */
static void
place_rows (DemArgumentLayout *self)
{
  const DemArgumentMetrics *metrics = dem_argument_plan_get_metrics (self->plan);
  double x = 0, y = self->height + (self->height > 0 ? ROWS_ABOVE * metrics->spacing : 0), tallest = 0;
  double width = dem_argument_plan_get_width (self->plan, 1);

  for (guint i = 0; i < dem_argument_plan_count_boxes (self->plan); i++)
    {
      const DemArgumentBox *box = dem_argument_plan_get_box (self->plan, i);

      if (!box->stands_alone)
        continue;
      if (x > 0 && x + width > MAX (metrics->row, self->width))
        {
          x = 0;
          y += tallest + metrics->spacing;
          tallest = 0;
        }
      if (isnan (self->rows_y))
        self->rows_y = y;
      self->places[i] = (DemArgumentPlace){ DEM_ARGUMENT_NONE, x, y, width, box->height };
      tallest = MAX (tallest, box->height + box->below);
      x += width + metrics->gap / 2;
      self->height = MAX (self->height, y + tallest);
    }
  for (guint i = 0; i < dem_argument_plan_count_boxes (self->plan); i++)
    self->width = MAX (self->width, self->places[i].x + self->places[i].width);
}

DemArgumentLayout *
dem_argument_layout_new (DemArgumentPlan *plan)
{
  DemArgumentLayout *self = g_new0 (DemArgumentLayout, 1);
  Builder builder = { .layout = self, .plan = plan };

  g_return_val_if_fail (plan != NULL, NULL);

  g_atomic_ref_count_init (&self->references);
  self->plan = dem_argument_plan_ref (plan);
  self->places = g_new0 (DemArgumentPlace, dem_argument_plan_count_boxes (plan) + 1);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (DemArgumentLane));
  self->first_lanes = g_new0 (guint, dem_argument_plan_count_premises (plan) + 1);
  self->rows_y = NAN;
  builder.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  builder.edges = g_array_new (FALSE, FALSE, sizeof (DemLayerEdge));
  find_columns (&builder);
  add_steps (&builder);
  find_order (&builder);
  place_nodes (&builder);
  set_places (&builder);
  place_rows (self);
  g_array_unref (builder.nodes);
  g_array_unref (builder.edges);
  g_free (builder.box_nodes);
  g_free (builder.chains);
  g_free (builder.order);
  g_free (builder.starts);
  g_free (builder.edge_starts);
  return self;
}

DemArgumentLayout *
dem_argument_layout_ref (DemArgumentLayout *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_argument_layout_unref (DemArgumentLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dem_argument_plan_unref (self->plan);
  g_free (self->places);
  g_array_unref (self->lanes);
  g_free (self->first_lanes);
  g_free (self);
}

DemArgumentPlan *
dem_argument_layout_get_plan (DemArgumentLayout *self)
{
  return self->plan;
}

const DemArgumentPlace *
dem_argument_layout_get_places (DemArgumentLayout *self)
{
  return self->places;
}

const DemArgumentLane *
dem_argument_layout_get_lanes (DemArgumentLayout *self, guint premise, guint *n)
{
  *n = self->first_lanes[premise + 1] - self->first_lanes[premise];
  return &g_array_index (self->lanes, DemArgumentLane, self->first_lanes[premise]);
}

void
dem_argument_layout_get_size (DemArgumentLayout *self, double *width, double *height)
{
  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

double
dem_argument_layout_get_rows_y (DemArgumentLayout *self)
{
  return self->rows_y;
}

/* ---- On a worker ---- */

static void
run_job (GTask *task, gpointer source, gpointer plan, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, dem_argument_layout_new (plan), (GDestroyNotify) dem_argument_layout_unref);
}

void
dem_argument_layout_new_async (DemArgumentPlan *plan,
                               GCancellable *cancellable,
                               GAsyncReadyCallback done,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);

  g_return_if_fail (plan != NULL);

  g_task_set_source_tag (task, dem_argument_layout_new_async);
  g_task_set_task_data (task, dem_argument_plan_ref (plan), (GDestroyNotify) dem_argument_plan_unref);
  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, run_job);
}

DemArgumentLayout *
dem_argument_layout_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
