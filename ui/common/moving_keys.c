/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/moving_keys.h"

gboolean
dem_event_moves_in_list (GdkEvent *event)
{
  g_return_val_if_fail (event != NULL, FALSE);

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;
  switch (gdk_key_event_get_keyval (event))
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
    case GDK_KEY_KP_Home:
    case GDK_KEY_KP_End:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_KP_Page_Down:
      return TRUE;
    default:
      return FALSE;
    }
}
