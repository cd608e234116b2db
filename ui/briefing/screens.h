/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dem_screens_choose:
 * @near: (nullable): a window that is on the speaker's screen
 * @swapped: the other way round
 * @speaker: (out) (transfer full) (nullable): %NULL when there is one picture only: one screen, or several that show the same
 * @audience: (out) (transfer full) (nullable): %NULL without any screen
 *
 * Which screen is whose: the audience's is the external one, where one is known to be built in; else the one on which the
 * speaker's window is not.
 */
void dem_screens_choose (
    GdkDisplay *display, GtkWidget *near, gboolean swapped, GdkMonitor **speaker, GdkMonitor **audience);

/* "Audience on HDMI-1, 1920 × 1080". (transfer full) */
char *dem_screens_describe (GdkMonitor *audience);

G_END_DECLS
