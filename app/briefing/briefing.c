/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/briefing.h"

#include <math.h>

#include "app/briefing/briefing_private.h"

static void
dem_briefing_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemBriefing, dem_briefing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dem_briefing_list_init))

/* ---- In what order ---- */

/* Behind what comes before it in the dossier; at the front if nothing does. */
static void
insert_given (DemBriefing *self, GPtrArray *order, guint index)
{
  for (guint i = index; i > 0; i--)
    {
      guint at;

      if (g_ptr_array_find_with_equal_func (order, dem_dossier_stop (self->dossier, i - 1)->item.id, g_str_equal, &at))
        {
          g_ptr_array_insert (order, (int) at + 1, (gpointer) dem_dossier_stop (self->dossier, index)->item.id);
          return;
        }
    }
  g_ptr_array_insert (order, 0, (gpointer) dem_dossier_stop (self->dossier, index)->item.id);
}

static gboolean
is_given (DemBriefing *self, const char *id)
{
  return dem_dossier_find (self->dossier, id).kind == DEM_KIND_STOP;
}

/* Of somebody's own stops only those that say something; what is left of one that the dossier had is nothing. */
static gboolean
is_there (DemBriefing *self, const char *id)
{
  DemOwnStop *own = dem_stops_get (dem_notebook_get_stops (self->notebook), id);

  return is_given (self, id) || (own != NULL && own->texts[DEM_STOP_HEADLINE] != NULL);
}

GPtrArray *
dem_briefing_list_ids (DemBriefing *self)
{
  const DemStops *stops = dem_notebook_get_stops (self->notebook);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *order = g_ptr_array_new ();
  const char *const *ids = dem_stops_get_order (stops);
  g_autofree const char **all = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_there (self, ids[i]) && g_hash_table_add (seen, (gpointer) ids[i]))
      g_ptr_array_add (order, (gpointer) ids[i]);
  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_STOP); i++)
    if (g_hash_table_add (seen, (gpointer) dem_dossier_stop (self->dossier, i)->item.id))
      insert_given (self, order, i);
  all = dem_stops_list (stops);
  for (guint i = 0; all[i] != NULL; i++)
    if (is_there (self, all[i]) && g_hash_table_add (seen, (gpointer) all[i]))
      g_ptr_array_add (order, (gpointer) all[i]);
  return order;
}

/* ---- The list ---- */

static GPtrArray *
list_stops (DemBriefing *self)
{
  g_autoptr (GPtrArray) ids = dem_briefing_list_ids (self);
  GPtrArray *stops = g_ptr_array_new_full (ids->len, g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      DemOwnStop *own = dem_stops_get (dem_notebook_get_stops (self->notebook), ids->pdata[i]);
      DemRef ref = dem_dossier_find (self->dossier, ids->pdata[i]);

      if (self->with_hidden || own == NULL || !own->is_hidden)
        g_ptr_array_add (stops,
                         dem_talk_stop_new (self->dossier, ref.kind == DEM_KIND_STOP ? ref.index : DEM_NO_INDEX, own));
    }
  return stops;
}

/* What is the same stays the object that it was. */
static void
keep_objects (GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (known, (gpointer) dem_talk_stop_get_id (before->pdata[i]), before->pdata[i]);
  for (guint i = 0; i < after->len; i++)
    {
      DemTalkStop *old = g_hash_table_lookup (known, dem_talk_stop_get_id (after->pdata[i]));

      if (old != NULL && dem_talk_stop_equal (old, after->pdata[i]))
        g_set_object ((DemTalkStop **) &after->pdata[i], old);
    }
}

static void
update (DemBriefing *self)
{
  g_autoptr (GPtrArray) before = self->stops;
  GPtrArray *after = list_stops (self);
  guint start = 0, end = 0, n = MIN (before->len, after->len);

  keep_objects (before, after);
  while (start < n && before->pdata[start] == after->pdata[start])
    start++;
  while (end < n - start && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;
  self->stops = after;
  if (before->len - start - end > 0 || after->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, after->len - start - end);
}

static GType
get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return DEM_TYPE_TALK_STOP;
}

static guint
get_n_items (GListModel *list)
{
  return DEM_BRIEFING (list)->stops->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  DemTalkStop *stop = dem_briefing_get (DEM_BRIEFING (list), position);

  return stop != NULL ? g_object_ref (stop) : NULL;
}

static void
dem_briefing_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- Asking ---- */

DemDossier *
dem_briefing_get_dossier (DemBriefing *self)
{
  g_return_val_if_fail (DEM_IS_BRIEFING (self), NULL);

  return self->dossier;
}

DemNotebook *
dem_briefing_get_notebook (DemBriefing *self)
{
  g_return_val_if_fail (DEM_IS_BRIEFING (self), NULL);

  return self->notebook;
}

guint
dem_briefing_count (DemBriefing *self)
{
  g_return_val_if_fail (DEM_IS_BRIEFING (self), 0);

  return self->stops->len;
}

DemTalkStop *
dem_briefing_get (DemBriefing *self, guint position)
{
  g_return_val_if_fail (DEM_IS_BRIEFING (self), NULL);

  return position < self->stops->len ? self->stops->pdata[position] : NULL;
}

guint
dem_briefing_find (DemBriefing *self, const char *id)
{
  g_return_val_if_fail (DEM_IS_BRIEFING (self), DEM_NO_INDEX);
  g_return_val_if_fail (id != NULL, DEM_NO_INDEX);

  for (guint i = 0; i < self->stops->len; i++)
    if (g_str_equal (dem_talk_stop_get_id (self->stops->pdata[i]), id))
      return i;
  return DEM_NO_INDEX;
}

const char *
dem_briefing_get_title (DemBriefing *self)
{
  const char *title;

  g_return_val_if_fail (DEM_IS_BRIEFING (self), NULL);

  title = dem_dossier_get_briefing_title (self->dossier);
  return title != NULL ? title : dem_dossier_get_title (self->dossier);
}

double
dem_briefing_get_minutes (DemBriefing *self)
{
  double sum = 0;

  g_return_val_if_fail (DEM_IS_BRIEFING (self), 0);

  for (guint i = 0; i < self->stops->len; i++)
    {
      double minutes = dem_talk_stop_get_minutes (self->stops->pdata[i]);

      sum += isnan (minutes) ? 0 : minutes;
    }
  return sum;
}

/* ---- Life ---- */

void
dem_briefing_set_dossier (DemBriefing *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (DEM_IS_DOSSIER (dossier));

  if (g_set_object (&self->dossier, dossier))
    update (self);
}

static void
dem_briefing_finalize (GObject *object)
{
  DemBriefing *self = DEM_BRIEFING (object);

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (dem_briefing_parent_class)->finalize (object);
}

static void
dem_briefing_class_init (DemBriefingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_briefing_finalize;
}

static void
dem_briefing_init (G_GNUC_UNUSED DemBriefing *self)
{
}

DemBriefing *
dem_briefing_new (DemDossier *dossier, DemNotebook *notebook, gboolean with_hidden)
{
  DemBriefing *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (DEM_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (DEM_TYPE_BRIEFING, NULL);
  self->dossier = g_object_ref (dossier);
  self->notebook = g_object_ref (notebook);
  self->with_hidden = with_hidden;
  self->stops = list_stops (self);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}
