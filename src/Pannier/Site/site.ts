/** The page's one script. Everything works without it; each part makes one thing quicker or kinder. */
import "core/notices";
import "core/swap";
import "core/once"; // after it: what it takes is not for the browser to send
import "core/back";
import "core/sealed";
import "core/keys";
import "core/menus";
import "../Modules/Lists/select";
import "../Modules/Lists/pane";
import "../Modules/Lists/roving"; // after it: one stands on the row that is open
import "../Modules/Lists/search";
import "../Modules/Mailboxes/sidebar";
import "../Modules/SignIn/passkey";
import "../Modules/SignIn/Waiting/waiting";
import "../Modules/SignIn/work";
import "../Modules/Sessions/idle";
import "../Modules/Push/refresh";
import "../Modules/Push/title";
import "../Modules/Push/announce";
import "../Modules/Messages/frame";
import "../Modules/Messages/markread";
import "../Modules/Messages/ahead";
import "../Modules/Messages/copy";
import "../Modules/Messages/Pictures/pictures";
import "../Modules/Compose/autosave";
import "../Modules/Compose/attach";
import "../Modules/Compose/recipients";
import "../Modules/Compose/signature";

document.documentElement.dataset["script"] = "on";
