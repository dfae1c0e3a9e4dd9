"""Endings that join clauses, and the adjuncts and adverbs that lead into words."""

from hwalja.mentions.reading.wordlist import listed

# Their clause does not hand its subject on to the next one: X가 묻자 …
SWITCHING = listed("자 니 으니 니까 으니까 더니 자마자 면 으면 거든 길래")
COORDINATING = listed("고 지만 으나 나 며 으며 는데 은데 ᆫ데 는 반면")
# Relative clauses that tell of a place or a topic and have no subject before them.
VENUE_ETM = listed(
    "열리 개최되 진행되 갖 가지 방송되 공개되 마련되 올라오 예정되 지나 대하 위하 관련하 관하 따르 통하 의하 인하 향하 둘러싸 비롯하 포함하 발간되 "
    "게재되 실리 배포되 발표되 진행하 열 이어지 계속되 있 같 이 다르 치러지 생중계되 이루어지 이뤄지 벌어지 출간되 펼쳐지 보도되 되 개막하 개막되 "
    "폐막하 시작되 끝나"
)
# Adjuncts that stand before the words and are no part of them.
ADJUNCT_EC = listed(
    "만나 참석하 출연하 나오 통하 열 내 올리 관련하 대하 두 향하 앞두 맞 찾 인용하 갖 가지 방문하 들르 비롯하 위하 이용하 빌리 들 나서 인하 따르 "
    "의하 겨냥하 답하 마치 마주하 서 배포하 자르 보내 적 발표하 만나보 오르 주재하 취하 가하 종합하 전화하 통화하 인터뷰하 더하 이어가 언급하 "
    "가리키 손잡 모이 내세우 펼치 꺼내 보이 붙이 숙이 젓 끄덕이 떨구 흔들 쥐 웃 울 훔치 닦 삼키 내쉬 터뜨리 고르 이끌 둘러보 살펴보 돌아보 "
    "지켜보 바라보 건네 앞서 안 무릅쓰 감추 출석하 마주치 마주앉 자리하 소집하 개최하 출연시키 찾아가 들르 모 공개하 잡 꿇"
)
TEMPORAL = listed(
    "이날 올해 지난해 내년 작년 오늘 어제 내일 당시 현재 최근 오전 오후 이번 앞 그동안 이제 지금 요즘 이후 이전 그때 때 뒤 후 전 중 동안 하루 "
    "상반기 하반기 연말 연초 과거 앞으로 향후 다음 처음 끝 결국 평소 전날 이튿날 다음날 당일 그날 이듬해 올봄 올여름 올가을 올겨울 주말 새벽 아침 "
    "점심 저녁 밤 낮 정오 자정 생전 한때 오래전 옛날 예전 몇 년 이달 지난달 내달 이번주 지난주 다음주"
)
LINKS = listed(
    "이어 또 또한 그러면서 아울러 한편 다만 그러나 하지만 그리고 특히 이어서 이에 이에대해 그는 다음으로 더불어 나아가 실제로 실제 이와함께 "
    "반면 끝으로 마지막으로 그래서 따라서 그럼에도 더구나 게다가 앞서 이후 이날 전날 그런데 역시 이와 이처럼 "
    "즉 대신 오히려 그래도 그런데도 그러자 그러니 물론 심지어 무엇보다"
)
# When words were said, or when something in them was.
TIMES = listed(
    "당시 최근 지난달 지난해 올해 작년 결국 올해초 지난주 이번주 저녁 밤 아침 새벽 오전 오후 주말 연초 연말"
)
CONTINUING = listed(
    "이어 또 또한 그러면서 아울러 이어서 더불어 나아가 특히 끝으로 다만 대신 그래도"
)
