/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/notebook_list.h"

G_BEGIN_DECLS

/**
 * DemNoteFilterMenu:
 *
 * What the list of notes can be narrowed to, apart from words: what they are about, tag, colour, author, private ones, those
 * in the period, those to be confirmed and those that have lost their place, each with how many there are. Looks at the
 * notebook anew each time it comes on screen.
 */
#define DEM_TYPE_NOTE_FILTER_MENU (dem_note_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteFilterMenu, dem_note_filter_menu, DEM, NOTE_FILTER_MENU, GtkWidget)

GtkWidget *dem_note_filter_menu_new (DemNotebookList *list);

/* (nullable): the notebook of the list */
void dem_note_filter_menu_set_notebook (DemNoteFilterMenu *self, DemNotebook *notebook);

G_END_DECLS
