/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_rows.h"

#include <glib/gi18n-lib.h>

/* ---- A row ---- */

struct _DemEventRow
{
  GObject parent_instance;

  DemRef ref;
  char *heading;
};

G_DEFINE_FINAL_TYPE (DemEventRow, dem_event_row, G_TYPE_OBJECT)

DemRef
dem_event_row_get_ref (DemEventRow *self)
{
  g_return_val_if_fail (DEM_IS_EVENT_ROW (self), DEM_REF_NONE);

  return self->ref;
}

const char *
dem_event_row_get_heading (DemEventRow *self)
{
  g_return_val_if_fail (DEM_IS_EVENT_ROW (self), NULL);

  return self->heading;
}

static void
dem_event_row_finalize (GObject *object)
{
  g_free (DEM_EVENT_ROW (object)->heading);
  G_OBJECT_CLASS (dem_event_row_parent_class)->finalize (object);
}

static void
dem_event_row_class_init (DemEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_event_row_finalize;
}

static void
dem_event_row_init (DemEventRow *self)
{
  self->ref = DEM_REF_NONE;
}

/* ---- The rows ---- */

typedef enum
{
  SURE,
  POSSIBLE,
  UNDATED,
  N_SECTIONS,
} Section;

struct _DemEventRows
{
  GObject parent_instance;

  GArray *sections[N_SECTIONS]; /* guint32, events of the dossier by date */
};

static void dem_event_rows_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemEventRows,
                               dem_event_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dem_event_rows_iface_init))

/* Which section a row is in, and where in it: -1 is the heading. FALSE beyond the last. */
static gboolean
find_row (DemEventRows *self, guint i, Section *section, int *at)
{
  for (Section s = 0; s < N_SECTIONS; s++)
    {
      guint n = self->sections[s]->len > 0 ? self->sections[s]->len + 1 : 0;

      if (i < n)
        {
          *section = s;
          *at = (int) i - 1;
          return TRUE;
        }
      i -= n;
    }
  return FALSE;
}

DemRef
dem_event_rows_get_ref (DemEventRows *self, guint i)
{
  Section section;
  int at;

  g_return_val_if_fail (DEM_IS_EVENT_ROWS (self), DEM_REF_NONE);

  if (!find_row (self, i, &section, &at) || at < 0)
    return DEM_REF_NONE;
  return DEM_REF (EVENT, g_array_index (self->sections[section], guint32, at));
}

static char *
dup_heading (Section section, guint n)
{
  switch (section)
    {
    case SURE:
      return g_strdup_printf (ngettext ("%'u in the period", "%'u in the period", n), n);
    case POSSIBLE:
      return g_strdup_printf (ngettext ("%'u possibly in the period", "%'u possibly in the period", n), n);
    case UNDATED:
    default:
      return g_strdup_printf (ngettext ("%'u without a date", "%'u without a date", n), n);
    }
}

static gpointer
dem_event_rows_get_item (GListModel *model, guint i)
{
  DemEventRows *self = DEM_EVENT_ROWS (model);
  DemEventRow *row;
  Section section;
  int at;

  if (!find_row (self, i, &section, &at))
    return NULL;
  row = g_object_new (DEM_TYPE_EVENT_ROW, NULL);
  row->ref = dem_event_rows_get_ref (self, i);
  if (at < 0)
    row->heading = dup_heading (section, self->sections[section]->len);
  return row;
}

static GType
dem_event_rows_get_item_type (GListModel *model)
{
  return DEM_TYPE_EVENT_ROW;
}

static guint
dem_event_rows_get_n_items (GListModel *model)
{
  DemEventRows *self = DEM_EVENT_ROWS (model);
  guint n = 0;

  for (Section s = 0; s < N_SECTIONS; s++)
    n += self->sections[s]->len > 0 ? self->sections[s]->len + 1 : 0;
  return n;
}

static void
dem_event_rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dem_event_rows_get_item_type;
  iface->get_n_items = dem_event_rows_get_n_items;
  iface->get_item = dem_event_rows_get_item;
}

/* A day that the period holds needs not be asked, and most events of a large dossier are days. */
static DemAnswer
ask (DemTimelineIndex *index, const DemTimelineEvent *entry, DemPeriod period)
{
  if (entry->form.body == DEM_MARK_DOT && entry->start >= period.first && entry->end <= period.last)
    return DEM_ANSWER_YES;
  return dem_edtf_overlaps (&dem_dossier_event (index->dossier, entry->event)->when, period);
}

static void
add_dated (DemEventRows *self, DemTimelineIndex *index, DemPeriod period)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  dem_timeline_index_query_possible (index, period, positions);
  for (guint i = 0; i < positions->len; i++)
    {
      const DemTimelineEvent *entry = &g_array_index (index->events, DemTimelineEvent, g_array_index (positions, guint32, i));
      DemAnswer answer = ask (index, entry, period);

      if (answer != DEM_ANSWER_NO)
        g_array_append_val (self->sections[answer == DEM_ANSWER_YES ? SURE : POSSIBLE], entry->event);
    }
}

static void
add_undated (DemEventRows *self, DemTimelineIndex *index)
{
  DemDay start, end;

  if (index->n_undated == 0)
    return;
  for (guint32 i = 0; i < dem_dossier_count (index->dossier, DEM_KIND_EVENT); i++)
    if (dem_dossier_exists_in (index->dossier, DEM_REF (EVENT, i), index->scenario)
        && !dem_mark_days (&dem_dossier_event (index->dossier, i)->when, &start, &end))
      g_array_append_val (self->sections[UNDATED], i);
}

DemEventRows *
dem_event_rows_new (DemTimelineIndex *index, DemPeriod period)
{
  DemEventRows *self;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_object_new (DEM_TYPE_EVENT_ROWS, NULL);
  add_dated (self, index, period);
  add_undated (self, index);
  return self;
}

static void
dem_event_rows_finalize (GObject *object)
{
  for (Section s = 0; s < N_SECTIONS; s++)
    g_array_unref (DEM_EVENT_ROWS (object)->sections[s]);
  G_OBJECT_CLASS (dem_event_rows_parent_class)->finalize (object);
}

static void
dem_event_rows_class_init (DemEventRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_event_rows_finalize;
}

static void
dem_event_rows_init (DemEventRows *self)
{
  for (Section s = 0; s < N_SECTIONS; s++)
    self->sections[s] = g_array_new (FALSE, FALSE, sizeof (guint32));
}
