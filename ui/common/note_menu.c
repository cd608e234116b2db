/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/note_menu.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
new_targets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
}

static void
append_add (GMenu *menu, GPtrArray *targets)
{
  GVariantBuilder keys;
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Add _Note"), NULL);

  g_variant_builder_init (&keys, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < targets->len; i++)
    g_variant_builder_add (&keys, "s", dem_note_target_get_key (targets->pdata[i]));
  g_menu_item_set_action_and_target_value (item, "win.add-note", g_variant_builder_end (&keys));
  g_menu_append_item (menu, item);
}

static void
append_show (GMenu *menu, DemNoteMarks *marks, const DemNoteTarget *target)
{
  DemNoteMark mark;
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (!dem_note_marks_find_target (marks, target, &mark))
    return;
  label = g_strdup_printf (ngettext ("Show %u N_ote", "Show %u N_otes", mark.n), mark.n);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.show-notes", "s", dem_note_target_get_key (target));
  g_menu_append_item (menu, item);
}

static void
append (GMenu *menu, const char *title, DemNoteMarks *marks, GPtrArray *targets, const DemNoteTarget *target)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_add (section, targets);
  append_show (section, marks, target);
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

void
dem_note_menu_append (GMenu *menu, DemNoteMarks *marks, const DemNoteTarget *target)
{
  g_autoptr (GPtrArray) targets = new_targets ();

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (target != NULL);

  if (marks == NULL)
    return;
  g_ptr_array_add (targets, dem_note_target_ref (target));
  append (menu, NULL, marks, targets, target);
}

static gboolean
is_selected (DemFocus *focus, DemRef ref)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (focus, &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (selection[i], ref))
      return TRUE;
  return FALSE;
}

void
dem_note_menu_append_ref (GMenu *menu, DemNoteMarks *marks, DemFocus *focus, DemRef ref, const char *title)
{
  DemDossier *dossier;
  g_autoptr (GPtrArray) targets = new_targets ();
  g_autoptr (DemNoteTarget) target = NULL;
  const DemRef *selection;
  guint n;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (DEM_IS_FOCUS (focus));

  dossier = dem_focus_get_dossier (focus);
  if (marks == NULL || dossier == NULL)
    return;
  target = dem_note_target_new_for_ref (dossier, ref);
  g_ptr_array_add (targets, dem_note_target_ref (target));
  selection = dem_focus_get_selection (focus, &n);
  for (guint i = 0; i < n && is_selected (focus, ref); i++)
    if (!dem_ref_equal (selection[i], ref))
      g_ptr_array_add (targets, dem_note_target_new_for_ref (dossier, selection[i]));
  append (menu, title, marks, targets, target);
}

void
dem_note_menu_show_target (GtkWidget *widget, const DemNoteTarget *target)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (target != NULL);

  gtk_widget_activate_action (widget, "win.show-notes", "s", dem_note_target_get_key (target));
}

void
dem_note_menu_show (GtkWidget *widget, DemDossier *dossier, const DemNoteSpot *spot)
{
  g_autoptr (DemNoteTarget) target = NULL;

  g_return_if_fail (spot != NULL);

  target = spot->target != NULL ? dem_note_target_ref (spot->target) : dem_note_target_new_for_ref (dossier, spot->ref);
  dem_note_menu_show_target (widget, target);
}
