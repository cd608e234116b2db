/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded, it lets GTK follow LANGUAGE although the program itself is not translated into that language: GLib keeps
 * GTK's words, and with them the direction of text, in English unless the program has a catalogue of its own, and asks
 * for one only if the program has named its domain. So it never does. */

#include <libintl.h>
#include <stddef.h>

#undef textdomain

char *
textdomain (const char *name)
{
  static char none[] = "messages";

  (void) name;
  return none;
}
