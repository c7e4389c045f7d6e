using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Http;

/// <summary>How the site is reached. Section <c>Site</c>.</summary>
public sealed record SiteOptions
{
    /// <summary>The origins people type, as in <c>https://mail.example.org</c>; the first one is written into links. Requests for another host are refused. At least one; none unless set.</summary>
    [MinLength(1, ErrorMessage = "Site:PublicOrigins must name at least one origin, as in https://mail.example.org.")]
    public IReadOnlyList<string> PublicOrigins { get; init; } = [];

    /// <summary>The name shown on the sign-in page and in the title. 1 to 40 characters.</summary>
    [StringLength(40, MinimumLength = 1)]
    public string Name { get; init; } = "Pannier";

    /// <summary>The largest request body, in MiB. 1 to 512; 64 unless set.</summary>
    [Range(1, 512)]
    public int LargestRequestMiB { get; init; } = 64;
}
