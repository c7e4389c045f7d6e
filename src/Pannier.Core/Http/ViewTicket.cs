namespace Pannier.Core.Http;

/// <summary>A view box's address before it is filled. The key is nowhere but in the URL.</summary>
public sealed record ViewTicket(string Id, string Key, string Url);
