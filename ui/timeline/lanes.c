/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/lanes.h"

#include <math.h>

#define MARGIN 16           /* columns beyond the space that marks may reach into */
#define GAP 8.0             /* between two items of one row */
#define TODAY_GAP 4.0       /* between a label and the line */
#define MAX_MEASURED 600    /* labels; more than ever fit */
#define NARROWEST 24.0      /* no label is taken to be narrower before it is measured */
#define CLUSTER_WITHIN 40   /* pixels */
#define DOT_PITCH 6.0       /* between two dots on the axis */
#define MAX_ROWS 64

typedef struct
{
  const DemLaneItem *items;
  guint n;
  const DemLaneSpace *space;
  DemLaneMeasure measure;
  gpointer data;
  guint n_columns;

  guint32 *candidates; /* sorted by priority */
  guint n_candidates;
  guint8 *depth;     /* of each column: how many items stand over it */
  guint8 *is_placed; /* of each item */
  guint32 *hidden;   /* of each column: how many are only counted */
} Packing;

/* The columns that an item and its label take. */
typedef struct
{
  guint item;
  guint begin;
  guint end; /* exclusive */
  double label_x;
  double label_width;
} Place;

static guint
to_column (const Packing *packing, double x)
{
  double column = floor (x - packing->space->left) + MARGIN;

  return (guint) CLAMP (column, 0, packing->n_columns - 1);
}

/* The column in which an item counts when it has no label. */
static guint
get_column (const Packing *packing, guint item)
{
  if (packing->space->counts != NULL)
    return packing->items[item].column + MARGIN;
  return to_column (packing, dem_lane_item_x (&packing->items[item], packing->space));
}

double
dem_lane_item_x (const DemLaneItem *item, const DemLaneSpace *space)
{
  return CLAMP (item->x0, space->left, space->right);
}

/* ---- Who may have room ----
 *
 * Two dots within DEM_LANE_CELL pixels, twice the radius of a dot, stand in each other's way whatever the side of their labels, so of a cell no
 * more than there are rows can enter: only the best are looked at. */

static gboolean
goes_before (const Packing *packing, guint32 a, guint32 b)
{
  const DemLaneItem *x = &packing->items[a], *y = &packing->items[b];

  if (x->priority != y->priority)
    return x->priority > y->priority;
  return x->x0 != y->x0 ? x->x0 < y->x0 : a < b;
}

static int
compare_priority (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x == y ? 0 : goes_before (data, x, y) ? -1 : 1;
}

/* Keeps the best of a cell sorted; who is worse than all of a full cell goes. */
static void
insert_candidate (const Packing *packing, guint32 *best, guint8 *n_best, guint32 item)
{
  guint rows = packing->space->rows;
  guint at = *n_best;

  if (at == rows && !goes_before (packing, item, best[rows - 1]))
    return;
  if (at == rows)
    at--;
  else
    (*n_best)++;
  for (; at > 0 && goes_before (packing, item, best[at - 1]); at--)
    best[at] = best[at - 1];
  best[at] = item;
}

static void
find_candidates (Packing *packing)
{
  guint rows = packing->space->rows, n_cells = packing->n_columns / DEM_LANE_CELL + 1;
  g_autofree guint32 *best = g_new (guint32, (gsize) n_cells * rows + 1);
  g_autofree guint8 *n_best = g_new0 (guint8, n_cells);

  for (guint i = 0; i < packing->n && rows > 0; i++)
    {
      guint cell = to_column (packing, packing->items[i].x0) / DEM_LANE_CELL;

      insert_candidate (packing, best + (gsize) cell * rows, &n_best[cell], i);
    }

  packing->candidates = g_new (guint32, MIN (packing->n, n_cells * rows) + 1);
  for (guint cell = 0; cell < n_cells; cell++)
    for (guint i = 0; i < n_best[cell]; i++)
      packing->candidates[packing->n_candidates++] = best[(gsize) cell * rows + i];
  g_qsort_with_data (packing->candidates, (int) packing->n_candidates, sizeof (guint32), compare_priority,
                     packing);
}

/* ---- Who enters, and with the label on which side ---- */

/* A label stands on that side of today on which its mark begins. */
static gboolean
may_stand (const DemLaneSpace *space, const DemLaneItem *item, double x, double width)
{
  if (x < space->left || x + width > space->right)
    return FALSE;
  if (isnan (space->today))
    return TRUE;
  return item->x0 > space->today ? x >= space->today + TODAY_GAP : x + width <= space->today - TODAY_GAP;
}

/* The left edge of a label on its first (right of a dot, at the beginning of a bar) or its second side. */
static double
label_position (const DemLaneSpace *space, const DemLaneItem *item, double width, guint side)
{
  double end;

  if (!item->bar)
    return side == 0 ? item->x0 + DEM_LANE_DOT_RADIUS + DEM_LANE_TEXT_OFFSET
                     : item->x0 - DEM_LANE_DOT_RADIUS - DEM_LANE_TEXT_OFFSET - width;
  if (side == 0)
    return MAX (item->x0 + 1, space->left + 1);
  end = MIN (MAX (item->x1, item->x0 + width), space->right);
  return (item->x0 < space->today ? MIN (end, space->today - TODAY_GAP) : end) - width;
}

static void
set_columns (const Packing *packing, const DemLaneItem *item, Place *place)
{
  double rim = item->bar ? 0 : DEM_LANE_DOT_RADIUS;
  double begin = MIN (item->x0 - rim, place->label_x);
  double end = MAX (item->x1 + rim, place->label_x + place->label_width);

  place->begin = to_column (packing, begin);
  place->end = MAX (to_column (packing, ceil (end + GAP)), place->begin + 1);
}

static gboolean
has_room (const Packing *packing, const Place *place, guint rows)
{
  for (guint column = place->begin; column < place->end; column++)
    if (packing->depth[column] >= rows)
      return FALSE;
  return TRUE;
}

static gboolean
find_side (const Packing *packing, Place *place, guint rows)
{
  const DemLaneItem *item = &packing->items[place->item];

  for (guint side = 0; side < 2; side++)
    {
      place->label_x = label_position (packing->space, item, place->label_width, side);
      if (!may_stand (packing->space, item, place->label_x, place->label_width))
        continue;
      set_columns (packing, item, place);
      if (has_room (packing, place, rows))
        return TRUE;
    }
  return FALSE;
}

static GArray *
admit (Packing *packing, guint rows)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint measured = 0;

  memset (packing->depth, 0, packing->n_columns);
  for (guint i = 0; i < packing->n_candidates && measured < MAX_MEASURED; i++)
    {
      Place place = { .item = packing->candidates[i], .label_width = NARROWEST };

      if (!find_side (packing, &place, rows))
        continue;
      place.label_width = packing->measure (place.item, packing->data);
      measured++;
      if (!find_side (packing, &place, rows))
        continue;
      for (guint column = place.begin; column < place.end; column++)
        packing->depth[column]++;
      g_array_append_val (places, place);
    }
  return places;
}

/* ---- Rows ---- */

static int
compare_begin (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  return x->item < y->item ? -1 : 1;
}

static int
compare_row (gconstpointer a, gconstpointer b)
{
  const DemLanePlaced *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->label_x < y->label_x ? -1 : 1;
}

/* The row that an item wishes, if it is free, else the first free one. */
static guint
find_row (const Packing *packing, const Place *place, const guint *row_ends, guint rows, gboolean heed_wishes)
{
  guint wish = packing->items[place->item].wish, row = 0;

  if (heed_wishes && wish < rows && row_ends[wish] <= place->begin)
    return wish;
  while (row < rows && row_ends[row] > place->begin)
    row++;
  return row;
}

/* Intervals taken from left to right into the first free row need no more rows than their greatest depth.
 * With wishes they may: then it returns FALSE. */
static gboolean
try_rows (const Packing *packing, GArray *places, guint rows, gboolean heed_wishes, GArray *placed)
{
  guint row_ends[MAX_ROWS] = { 0 };

  g_array_set_size (placed, 0);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      DemLanePlaced item = { place->item, 0, place->label_x, place->label_width };

      item.row = find_row (packing, place, row_ends, rows, heed_wishes);
      if (item.row == rows)
        return FALSE;
      row_ends[item.row] = place->end;
      g_array_append_val (placed, item);
    }
  return TRUE;
}

static void
assign_rows (Packing *packing, GArray *places, guint rows, GArray *placed)
{
  gboolean has_rows;

  g_array_sort (places, compare_begin);
  has_rows
      = try_rows (packing, places, rows, TRUE, placed) || try_rows (packing, places, rows, FALSE, placed);
  g_assert (has_rows);
  memset (packing->is_placed, 0, packing->n);
  for (guint i = 0; i < placed->len; i++)
    packing->is_placed[g_array_index (placed, DemLanePlaced, i).item] = TRUE;
  g_array_sort (placed, compare_row);
}

/* ---- What is left over ---- */

/* Puts a count that would cross today on one side of it: its own, else the other, else where there is most room, which the
 * count then has to do with. */
static void
move_off_today (const DemLaneSpace *space, double middle, double *x, double *width)
{
  double before = MAX (space->today - TODAY_GAP - space->left, 0), after = MAX (space->right - space->today - TODAY_GAP, 0);
  gboolean goes_before = before >= *width && (middle <= space->today || after < *width);

  if (MAX (before, after) < *width)
    {
      goes_before = before >= after;
      *width = MAX (before, after);
    }
  *x = goes_before ? space->today - TODAY_GAP - *width : space->today + TODAY_GAP;
}

/* Where the count of a cluster is written: over its middle, inside the space, on one side of today. */
static void
place_count (const DemLaneSpace *space, DemLaneCluster *cluster)
{
  double width = MIN (space->count_width, space->right - space->left);
  double middle = (cluster->x0 + cluster->x1) / 2;
  double x = CLAMP (middle - width / 2, space->left, space->right - width);

  if (!isnan (space->today) && x < space->today + TODAY_GAP && x + width > space->today - TODAY_GAP)
    move_off_today (space, middle, &x, &width);
  cluster->text_x0 = x;
  cluster->text_x1 = x + width;
}

/* Joins the clusters whose counts would meet, until none do. */
static void
join_clusters (const DemLaneSpace *space, GArray *clusters)
{
  for (guint i = 1; i < clusters->len;)
    {
      DemLaneCluster *before = &g_array_index (clusters, DemLaneCluster, i - 1);
      const DemLaneCluster *cluster = &g_array_index (clusters, DemLaneCluster, i);

      if (before->text_x1 + GAP <= cluster->text_x0 && before->x1 < cluster->x0)
        {
          i++;
          continue;
        }
      before->x1 = MAX (before->x1, cluster->x1);
      place_count (space, before);
      g_array_remove_index (clusters, i);
      i = MAX (i - 1, 1);
    }
}

static void
count_cluster (const Packing *packing, DemLaneCluster *cluster, const guint32 *left_over)
{
  guint from = to_column (packing, cluster->x0), to = to_column (packing, cluster->x1);

  for (guint column = from; column < to; column++)
    cluster->count += left_over[column];
}

/* Marks every column of a run of CLUSTER_WITHIN that holds too many, and makes a cluster of each stretch of
 * them. */
static GArray *
find_clusters (const Packing *packing, const guint32 *left_over)
{
  GArray *clusters = g_array_new (FALSE, TRUE, sizeof (DemLaneCluster));
  guint32 within = 0;
  guint crowded_until = 0;

  for (guint column = 0; column < packing->n_columns; column++)
    {
      guint from = column >= CLUSTER_WITHIN ? column - CLUSTER_WITHIN + 1 : 0;
      DemLaneCluster cluster = { 0 };

      within += left_over[column] - (column >= CLUSTER_WITHIN ? left_over[column - CLUSTER_WITHIN] : 0);
      if (left_over[column] == 0 || (within <= DEM_LANE_MOST_DOTS && packing->hidden[column] == 0))
        continue;
      while (left_over[from] == 0)
        from++;
      cluster.x0 = packing->space->left + from - MARGIN;
      cluster.x1 = packing->space->left + column - MARGIN + 1;
      if (clusters->len > 0 && from < crowded_until)
        g_array_index (clusters, DemLaneCluster, clusters->len - 1).x1 = cluster.x1;
      else
        g_array_append_val (clusters, cluster);
      crowded_until = column + 1;
    }

  for (guint i = 0; i < clusters->len; i++)
    place_count (packing->space, &g_array_index (clusters, DemLaneCluster, i));
  join_clusters (packing->space, clusters);
  for (guint i = 0; i < clusters->len; i++)
    count_cluster (packing, &g_array_index (clusters, DemLaneCluster, i), left_over);
  return clusters;
}

int
dem_lanes_find_cluster (const DemLanes *lanes, double x)
{
  for (guint i = 0; i < lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (lanes->clusters, DemLaneCluster, i);

      if (x >= cluster->x0 && x < cluster->x1)
        return (int) i;
    }
  return -1;
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const DemLaneDot *x = a, *y = b;

  if (x->x != y->x)
    return x->x < y->x ? -1 : 1;
  return x->item < y->item ? -1 : 1;
}

/* Dots that would stand on one another move apart: to the right, and what that drives out comes back from the
 * edge. */
static void
spread_dots (const DemLaneSpace *space, GArray *dots)
{
  DemLaneDot *dot = (DemLaneDot *) dots->data;

  g_array_sort (dots, compare_dots);
  for (guint i = 1; i < dots->len; i++)
    dot[i].x = MAX (dot[i].x, dot[i - 1].x + DOT_PITCH);
  for (guint i = dots->len; i-- > 0;)
    dot[i].x = MIN (dot[i].x, i + 1 < dots->len ? dot[i + 1].x - DOT_PITCH : space->right);
}

/* Every item without a place is in a cluster or becomes a dot. */
static void
sort_left_over (const Packing *packing, DemLanes *lanes)
{
  for (guint i = 0; i < packing->n; i++)
    {
      double x = packing->space->left + get_column (packing, i) - MARGIN + 0.5;
      DemLaneDot dot = { i, dem_lane_item_x (&packing->items[i], packing->space) };

      if (!packing->is_placed[i] && dem_lanes_find_cluster (lanes, x) < 0)
        g_array_append_val (lanes->dots, dot);
    }
  spread_dots (packing->space, lanes->dots);
}

/* ---- All of it ---- */

/* Packs into a number of rows and finds what becomes a histogram. */
static void
pack_rows (Packing *packing, DemLanes *lanes, guint rows)
{
  g_autoptr (GArray) places = admit (packing, rows);
  g_autofree guint32 *left_over = g_memdup2 (packing->hidden, packing->n_columns * sizeof (guint32));

  lanes->rows = rows;
  assign_rows (packing, places, rows, lanes->placed);
  for (guint i = 0; i < packing->n; i++)
    if (!packing->is_placed[i])
      left_over[get_column (packing, i)]++;
  g_clear_pointer (&lanes->clusters, g_array_unref);
  lanes->clusters = find_clusters (packing, left_over);
}

/* What there is beside the items. */
static void
count_hidden (Packing *packing)
{
  const DemLaneSpace *space = packing->space;

  packing->hidden = g_new0 (guint32, packing->n_columns);
  if (space->counts == NULL)
    return;
  for (guint i = 0; i <= (guint) floor (space->right - space->left); i++)
    packing->hidden[i + MARGIN] = space->counts[i];
  for (guint i = 0; i < packing->n; i++)
    packing->hidden[get_column (packing, i)]--;
}

/* Rows that a histogram and its count take. */
static guint
histogram_rows (guint rows)
{
  return rows >= 6 ? 3 : rows >= 3 ? 2 : MIN (rows, 1);
}

DemLanes *
dem_lanes_pack (
    const DemLaneItem *items, guint n, const DemLaneSpace *space, DemLaneMeasure measure, gpointer data)
{
  Packing packing = { .items = items, .n = n, .space = space, .measure = measure, .data = data };
  DemLanes *lanes;

  g_return_val_if_fail (space->right >= space->left && space->rows <= MAX_ROWS, NULL);

  lanes = g_new0 (DemLanes, 1);
  lanes->placed = g_array_new (FALSE, FALSE, sizeof (DemLanePlaced));
  lanes->dots = g_array_new (FALSE, FALSE, sizeof (DemLaneDot));
  packing.n_columns = (guint) ceil (space->right - space->left) + 2 * MARGIN + 1;
  packing.depth = g_new (guint8, packing.n_columns);
  packing.is_placed = g_new (guint8, n + 1);
  count_hidden (&packing);
  find_candidates (&packing);

  pack_rows (&packing, lanes, space->rows);
  if (lanes->clusters->len > 0)
    pack_rows (&packing, lanes, space->rows - histogram_rows (space->rows));
  sort_left_over (&packing, lanes);

  g_free (packing.candidates);
  g_free (packing.depth);
  g_free (packing.is_placed);
  g_free (packing.hidden);
  return lanes;
}

void
dem_lanes_free (DemLanes *lanes)
{
  g_array_unref (lanes->placed);
  g_array_unref (lanes->dots);
  g_array_unref (lanes->clusters);
  g_free (lanes);
}
