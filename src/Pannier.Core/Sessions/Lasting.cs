namespace Pannier.Core.Sessions;

/// <summary>How long a session lasts beside the site's limits.</summary>
/// <param name="Wishes">What its person wished at the door.</param>
/// <param name="Until">Until when they stay signed in; null for no longer than the browser is open.</param>
/// <param name="TicketAt">When its cookie was made: that of one who stays is made anew from time to time.</param>
internal sealed record Lasting(Wishes Wishes, DateTimeOffset? Until, DateTimeOffset TicketAt);
