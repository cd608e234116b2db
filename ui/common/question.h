/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * dem_question_new:
 * @parent: (nullable): the window that waits for the answer
 * @heading: a short question or statement
 * @body: what one has to know to answer
 *
 * A message dialog without responses; the caller adds them and presents it.
 *
 * Both texts stand in the dialog's body: the heading of libadwaita 1.7 warns on the console whenever it is used with
 * GTK 4.18.
 *
 * Returns: (transfer floating): the dialog
 */
AdwMessageDialog *dem_question_new (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
