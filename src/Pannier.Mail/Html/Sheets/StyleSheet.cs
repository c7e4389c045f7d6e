namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// A message's style sheets, read into values. What is not a value here cannot be written: there is no <c>url()</c>, no at-rule but
/// <c>@media</c>, no selector on attributes or states that tell of the reader, no name of the sender's choosing.
/// </summary>
/// <param name="Groups">In the order they were written, which decides between equals.</param>
internal sealed record StyleSheet(IReadOnlyList<RuleGroup> Groups)
{
    public static StyleSheet Empty { get; } = new([]);

    public bool IsEmpty => Groups.Count == 0;

    /// <summary>True when some rules are meant for light or for dark surroundings only.</summary>
    public bool KnowsSchemes => Groups.Any(group => group.Media.Any(query => query.Scheme is not null));

    /// <summary>
    /// The sheet for a theme that was chosen: its own rules hold without asking the device, the other's are left out. The same
    /// sheet for <see cref="ViewTheme.Auto"/>, which leaves the question to the device.
    /// </summary>
    public StyleSheet For(ViewTheme theme)
    {
        if (theme is ViewTheme.Auto || !KnowsSchemes) return this;

        var scheme = theme is ViewTheme.Dark ? ColourScheme.Dark : ColourScheme.Light;
        var groups = new List<RuleGroup>(Groups.Count);
        foreach (var group in Groups)
        {
            var media = group.Media.Where(query => query.Scheme is null || query.Scheme == scheme).Select(query => query with { Scheme = null }).ToList();
            if (group.Media.Count == 0) groups.Add(group);
            else if (media.Exists(query => query.IsAlways)) groups.Add(group with { Media = [] });
            else if (media.Count > 0) groups.Add(group with { Media = media });
        }

        return new(groups);
    }
}
