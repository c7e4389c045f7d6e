namespace Pannier.Demo.Imap;

/// <summary>One search key, made of others where it combines them.</summary>
internal delegate bool SearchTest(SearchTarget target);
