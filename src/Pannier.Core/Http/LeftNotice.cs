namespace Pannier.Core.Http;

/// <summary>A notice that an answer left for the page after it.</summary>
/// <param name="Act">What can be done about it; null for nothing.</param>
/// <param name="Next">Where doing it leads back to.</param>
public sealed record LeftNotice(Said Said, NoticeAct? Act, LocalUrl Next);
