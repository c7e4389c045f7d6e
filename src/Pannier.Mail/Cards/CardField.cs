namespace Pannier.Mail.Cards;

/// <summary>What a fact of a card is about.</summary>
public enum CardField
{
    Number,
    Status,
    Of,
    Name,
    Departure,
    DepartsAt,
    Arrival,
    ArrivesAt,
    Seat,
    Begins,
    Ends,
    Place,
    Address,
    People,
    Seller,
    Items,
    Price,
    Due,
    Carrier,
    Tracking,
    Expected,
    Role,
    Organisation,
    Email,
    Telephone,
    Web,
}
