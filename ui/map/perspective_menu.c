/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/perspective_menu.h"

#include <glib/gi18n-lib.h>

#include "ui/common/standings.h"

#define ACTION "workspace.perspective"
#define MOST_STATES 20

static void
append (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, ACTION, "s", id);
  g_menu_append_item (menu, item);
}

static void
append_everybody (GMenu *menu)
{
  append (menu, _("_Everybody’s Relations"), "");
}

/* An underscore in a name is no mnemonic. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_actor (GMenu *menu, DemDossier *dossier, guint32 actor)
{
  g_autofree char *title = dem_standings_dup_title (dossier, actor);
  g_autofree char *label = escape (title);

  append (menu, label, dem_dossier_actor (dossier, actor)->item.id);
}

/* ---- The menu of a view ---- */

static gboolean
is_listed (GArray *actors, guint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, guint32, i) == actor)
      return TRUE;
  return FALSE;
}

static void
list (GArray *actors, guint32 actor)
{
  if (actor != DEM_NO_INDEX && !is_listed (actors, actor))
    g_array_append_val (actors, actor);
}

static int
compare_degree (gconstpointer a, gconstpointer b, gpointer dossier)
{
  guint x, y;

  dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, *(const guint32 *) a), DEM_KIND_PAIR, &x);
  dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, *(const guint32 *) b), DEM_KIND_PAIR, &y);
  return x != y ? (x > y ? -1 : 1) : *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

static GArray *
list_states (DemDossier *dossier, guint32 scenario)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (dem_dossier_actor (dossier, i)->kind == DEM_ACTOR_STATE
        && dem_dossier_exists_in (dossier, DEM_REF (ACTOR, i), scenario)
        && dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, i), DEM_KIND_PAIR, &n) != NULL && n > 0)
      g_array_append_val (states, i);
  g_array_sort_with_data (states, compare_degree, dossier);
  g_array_set_size (states, MIN (states->len, MOST_STATES));
  return states;
}

void
dem_perspective_menu_fill (GMenu *menu, DemFocus *focus)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  const DemRef *selection;
  guint n;

  g_menu_remove_all (menu);
  append_everybody (menu);
  if (dossier == NULL)
    return;
  g_autoptr (GArray) states = list_states (dossier, dem_focus_get_scenario (focus));
  list (actors, dem_focus_get_perspective (focus));
  selection = dem_focus_get_selection (focus, &n);
  for (guint i = 0; i < n; i++)
    if (selection[i].kind == DEM_KIND_ACTOR)
      list (actors, selection[i].index);
  for (guint i = 0; i < states->len; i++)
    list (actors, g_array_index (states, guint32, i));
  for (guint i = 0; i < MIN (actors->len, MOST_STATES); i++)
    append_actor (menu, dossier, g_array_index (actors, guint32, i));
}

/* ---- The context menu ---- */

void
dem_perspective_menu_append (DemCanvas *canvas, DemRef ref, GMenu *menu)
{
  DemFocus *focus = dem_canvas_get_focus (canvas);
  DemDossier *dossier = dem_focus_get_dossier (focus);

  if (ref.kind == DEM_KIND_ACTOR)
    append_actor (menu, dossier, ref.index);
  else if (ref.kind == DEM_KIND_PAIR)
    {
      append_actor (menu, dossier, dem_dossier_pair (dossier, ref.index)->a);
      append_actor (menu, dossier, dem_dossier_pair (dossier, ref.index)->b);
    }
  if (dem_focus_get_perspective (focus) != DEM_NO_INDEX)
    append_everybody (menu);
}
