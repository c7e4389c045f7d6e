namespace Pannier.Demo.Store;

/// <summary>EXPUNGE may not be reported while FETCH, STORE or SEARCH run by sequence number (RFC 3501 §7.4.1).</summary>
internal enum ExpungeNews
{
    Reported,
    HeldBack,
}
